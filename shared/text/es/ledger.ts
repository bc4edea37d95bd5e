import type { ledger as en } from '../en/ledger.ts'

export const ledger: Record<keyof typeof en, string> = {
  'ledger.title': 'Registro de actos',
  'ledger.lede':
    'Cada acto formal de este acuerdo, del más reciente al más antiguo. Cada uno lleva la suma del anterior: ninguno puede cambiarse, omitirse o añadirse sin dejar huella.',
  'ledger.whole': '¿Está íntegro?',
  'ledger.how':
    'La comprobación recalcula cada suma, del primer acto al último. La descarga contiene los mismos actos, para que cualquiera los recalcule en otro lugar.',
  'ledger.verify': 'Comprobar',
  'ledger.download': 'Descargar en JSON',
  'ledger.sound':
    '{count, plural, =0 {Aún no hay actos} one {El único acto está como se inscribió} other {Los # actos están como se inscribieron, cada uno a continuación del anterior}}. Comprobado el {when}.',
  'ledger.fault.gap': 'El acto {seq} falta o no está en su lugar. Comprobado el {when}.',
  'ledger.fault.link': 'El acto {seq} no sigue al anterior. Comprobado el {when}.',
  'ledger.fault.content': 'El acto {seq} no está como se inscribió. Comprobado el {when}.',
  'ledger.head': 'Suma del último acto:',
  'ledger.caption': 'Actos de este acuerdo, del más reciente al más antiguo',
  'ledger.number': 'N.º',
  'ledger.when': 'Cuándo',
  'ledger.what': 'Qué',
  'ledger.who': 'Quién',
  'ledger.sum': 'Suma',
  'ledger.ownSum': 'Suma de este acto:',
  'ledger.previousSum': 'Suma del acto anterior:',
  'ledger.byTheClock': 'Por el reloj',
  'ledger.older': 'Mostrar actos más antiguos',
  'ledger.empty': 'Aún no se ha inscrito ningún acto.',
  'act.agreement.created': 'Acuerdo creado: {title}',
  'act.agreement.changed': 'Datos del acuerdo cambiados',
  'act.charter.changed': 'Carta modificada: versión {version}',
  'act.seat.given':
    'Puesto otorgado: {kind, select, delegate {delegado} team_lead {jefe de equipo} team_member {miembro de equipo} monitor {supervisor} reviewer {revisor} tribunal_member {miembro del tribunal} commission_member {miembro de la comisión} secretariat {secretaría} stakeholder {parte interesada} observer {observador} other {puesto}}',
  'act.seat.ended':
    'Puesto terminado: {kind, select, delegate {delegado} team_lead {jefe de equipo} team_member {miembro de equipo} monitor {supervisor} reviewer {revisor} tribunal_member {miembro del tribunal} commission_member {miembro de la comisión} secretariat {secretaría} stakeholder {parte interesada} observer {observador} other {puesto}}',
  'act.invitation.made': 'Invitación hecha a {name}',
  'act.invitation.resent': 'Invitación reenviada a {name}',
  'act.invitation.revoked': 'Invitación de {name} revocada',
  'act.invitation.accepted': 'Invitación aceptada por {name}',
  'act.team.made': 'Equipo creado: {name}',
  'act.forum.convened':
    'Foro {label} convocado{inherited, plural, =0 {} one {, con un punto heredado} other {, con # puntos heredados}}',
  'act.forum.moved':
    'Foro {label}: {to, select, disclosure {divulgación abierta} comparison {comparación abierta} deliberation {deliberación comenzada} adoption {adopción comenzada} other {etapa siguiente}}',
  'act.forum.redated': 'Fechas del foro {label} cambiadas',
  'act.forum.renamed': 'Foro {label} nombrado: {title}',
  'act.forum.closed': 'Foro {label} cerrado, su acta sellada',
  'act.item.proposed': 'Foro {label}, punto {position} propuesto: {title}',
  'act.item.withdrawn': 'Foro {label}, punto {position} retirado: {title}',
  'act.item.disposed':
    'Foro {label}, punto {position} {disposition, select, taken_up {asumido} merged {fusionado con el punto {into}} deferred {aplazado al {until}} declined {rechazado} other {resuelto}}: {title}',
  'act.item.redisposed':
    'Foro {label}, punto {position}, otra resolución, {disposition, select, taken_up {asumido} merged {fusionado con el punto {into}} deferred {aplazado al {until}} declined {rechazado} other {resuelto}}: {title}',
  'act.indicator.defined': 'Indicador definido: {code}',
  'act.disclosure.filed':
    'Divulgación de {team} presentada para el foro {label}, sellada hasta que se abra la comparación',
  'act.disclosures.opened': 'Foro {label}: divulgaciones presentadas abiertas, todas a la vez',
  'act.plan.opened': 'Plan abierto a la redacción: {title}',
  'act.plan.restored': 'Texto del plan devuelto a un punto anterior',
  'act.reading.frozen': 'Lectura {number} congelada: {title}',
  'act.reading.concurred': '{mark} dio su acuerdo a la lectura {number}',
  'act.reading.reserved': '{mark} formuló una reserva sobre la lectura {number}: {reason}',
  'act.reading.objected': '{mark} se opuso a la lectura {number}: {reason}',
  'act.reading.voided': 'Lectura {number} dejada sin efecto: {reason}',
  'act.reading.locked': 'Lectura {number} cerrada',
  'act.programme.locked': 'Programa cerrado, en vigor de {inForceFrom} a {periodUntil}',
  'act.commitment.overdue': 'Compromiso {number} vencido desde {dueOn}',
  'act.report.filed': 'Informe sobre el compromiso {number} presentado',
  'act.finding.published': 'Constatación {number} sobre un compromiso publicada',
  'act.reply.given': 'Respuesta a una constatación dada',
}
