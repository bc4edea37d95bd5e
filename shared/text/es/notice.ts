import type { notice as en } from '../en/notice.ts'

export const notice: Record<keyof typeof en, string> = {
  'notice.title': 'Mis tareas',
  'notice.lede':
    '{count, plural, =0 {No le espera nada} one {Le espera una tarea} other {Le esperan # tareas}}{late, plural, =0 {} one {; una está vencida} other {; # están vencidas}}. Hoy es {day}; todo plazo termina a medianoche, UTC.',
  'notice.today': 'Hoy es {day}; todo plazo termina a medianoche, UTC.',
  'notice.nothing': 'No le espera nada.',
  'notice.nothingWhy':
    'Cuando una regla de un acuerdo le encarga algo a usted, a su delegación o a su equipo, aparece aquí con su fecha y su motivo.',
  'notice.group.late': 'Vencidas',
  'notice.group.week': 'En siete días',
  'notice.group.later': 'Más adelante',
  'notice.group.undated': 'Sin fecha',
  'notice.around': 'Alrededor de sus tareas',
  'notice.dates': 'Fechas de sus acuerdos',
  'notice.date.forum.stage':
    '{stage, select, disclosure {Comienza la divulgación} comparison {Se abre la comparación} deliberation {Comienza la deliberación} adoption {Comienza la adopción} closed {Se cierra el foro} other {El foro avanza}}, foro {label}',
  'notice.date.reading.concur': 'Las delegaciones se pronuncian sobre la lectura {number}',
  'notice.date.commitment.due': 'Vence el compromiso: {title}',
  'notice.news': 'Lo que ha pasado',
  'notice.newsLede':
    '{unread, plural, =0 {Lo ha leído todo.} one {Hay una novedad para usted.} other {Hay # novedades para usted.}}',
  'notice.noNews': 'Nada nuevo.',
  'notice.noNewsWhy': 'Aquí se cuentan los pasos que otros dan en sus acuerdos.',
  'notice.allNews': '{unread, plural, =0 {Todo lo que ha pasado} other {Todo, # sin leer}}',
  'notice.readAll': 'Marcar todo como leído',
  'notice.allRead': 'Todo está marcado como leído.',
  'notice.unread': 'Nuevo',
  'notice.date.gap.due': 'Brecha {number}, {team}: fin del plazo',
  'notice.date.floor.answer': 'Vence la respuesta sobre lo que funcionó: {title}',
  'duty.forum.move':
    '{stage, select, disclosure {Abrir la divulgación del foro {label}} comparison {Abrir la comparación del foro {label}} deliberation {Comenzar la deliberación del foro {label}} adoption {Pasar a la adopción del foro {label}} other {Hacer avanzar el foro {label}}}',
  'duty.forum.move.why': 'Suya porque ha llegado el día de esta etapa y solo la secretaría hace avanzar un foro.',
  'duty.forum.move.act': 'Abrir el foro',
  'duty.forum.close': 'Cerrar el foro {label}',
  'duty.forum.close.why':
    'Suya porque ha llegado el día de su cierre y solo la secretaría cierra un foro. No puede cerrarse mientras un punto heredado no tenga resolución.',
  'duty.forum.close.act': 'Abrir el foro',
  'duty.item.dispose': 'Registrar la resolución del punto {position}: {title}',
  'duty.item.dispose.why':
    'Suya porque el foro {label} no puede cerrarse mientras un punto heredado no tenga resolución, y la registra la secretaría.',
  'duty.item.dispose.act': 'Abrir el punto',
  'duty.disclosure.file': 'Presentar lo que {team} divulga al foro {label}',
  'duty.disclosure.file.why':
    'Suya porque usted dirige el equipo, y lo que no se presenta antes de abrirse la comparación no se compara.',
  'duty.disclosure.file.act': 'Abrir la divulgación',
  'duty.fault.reply':
    '{kind, select, late {Decir por qué {team} presentó con retraso para el foro {label}} missing {Decir por qué {team} no presentó nada para el foro {label}} incomplete {Decir por qué {team} dejó vacías partes de su divulgación, foro {label}} other {Responder: se alega que la divulgación de {team} es falsa, foro {label}}}',
  'duty.fault.reply.why': 'Una constatación sobre una divulgación es pública; lo que el equipo diga figura a su lado.',
  'duty.fault.reply.act': 'Responder',
  'duty.fault.decide': 'Decidir si la divulgación de {team} era falsa, foro {label}',
  'duty.fault.decide.why': 'La carta designa su puesto; primero se oye al equipo.',
  'duty.fault.decide.act': 'Examinarlo',
  'duty.criterion.concur': 'Diga la posición de su delegación sobre el criterio {number}: {title}',
  'duty.criterion.concur.why':
    'Le toca a usted porque un criterio obliga cuando las delegaciones dan su conformidad; usted habla por la suya.',
  'duty.criterion.concur.act': 'Leer y decidir',
  'duty.criterion.promulgate': 'Promulgar el criterio {number}: {title}',
  'duty.criterion.promulgate.why': 'Le toca a usted porque todas las delegaciones requeridas dieron su conformidad.',
  'duty.criterion.promulgate.act': 'Abrir el criterio',
  'duty.strategy.judge': 'Registrar lo que el foro juzga de la estrategia {number}: {title}',
  'duty.strategy.judge.why':
    'Le toca a usted porque el foro la tiene en su orden del día y solo se cierra con un juicio registrado.',
  'duty.strategy.judge.act': 'Abrir la estrategia',
  'duty.floor.answer': 'Adoptar lo que funcionó, o explicar: {title}',
  'duty.floor.answer.why':
    'Le toca a usted porque el foro juzgó que funcionó con {of}, cuyos datos pueden compararse con los de su equipo.',
  'duty.floor.answer.act': 'Adoptar o explicar',
  'duty.floor.carry_out': 'Poner en práctica lo que su equipo adopta: {title}',
  'duty.floor.carry_out.why': 'Le toca a usted porque su equipo dijo que lo haría hasta este día.',
  'duty.floor.carry_out.act': 'Abrir la estrategia',
  'duty.plan.write': 'Redactar el plan «{title}» con las demás delegaciones',
  'duty.plan.write.why':
    'Suya porque usted habla por una delegación cuya conformidad se pedirá. Lo que no se puede verificar no se puede fijar: la página dice lo que falta.',
  'duty.plan.write.act': 'Abrir el plan',
  'duty.reading.concur': 'Decir la posición de su delegación sobre la lectura {number}',
  'duty.reading.concur.why':
    'Suya porque usted habla por una delegación, y ningún plan se cierra antes de que se pronuncie cada delegación requerida.',
  'duty.reading.concur.act': 'Leer y decidir',
  'duty.reading.lock': 'Cerrar la lectura {number} como programa',
  'duty.reading.lock.why':
    'Suya porque cada delegación requerida se ha pronunciado y nada impide el cierre; lo efectúa la secretaría.',
  'duty.reading.lock.act': 'Abrir la lectura',
  'duty.reading.reopen': 'Devolver la lectura {number} a la redacción',
  'duty.reading.reopen.why': 'Suya porque cada delegación requerida se ha pronunciado y lo dicho impide el cierre.',
  'duty.reading.reopen.act': 'Abrir la lectura',
  'duty.reading.overdue':
    '{count, plural, one {Una delegación no se ha pronunciado sobre la lectura {number}} other {# delegaciones no se han pronunciado sobre la lectura {number}}}',
  'duty.reading.overdue.why': 'Suya porque el plazo ha pasado y el silencio no es acuerdo.',
  'duty.reading.overdue.act': 'Abrir la lectura',
  'duty.gap.confirm': 'Confirmar o descartar las brechas que proponen las cifras del foro {label}',
  'duty.gap.confirm.why':
    'Le corresponde porque los registros están abiertos: donde un par comparable es mejor de lo que explica el azar, el foro dice qué sigue.',
  'duty.gap.confirm.act': 'Abrir las brechas',
  'duty.gap.explain': 'Explicar la brecha {number}: {indicator}',
  'duty.gap.explain.why': 'Le corresponde porque dirige {team}, cuyo registro va por detrás del de {peer}.',
  'duty.gap.explain.act': 'Explicar',
  'duty.gap.speak':
    '{question, select, silence {Decir qué sigue del silencio de {team} sobre la brecha {number}} adoption {Decir si {team} ha adoptado el método de {peer}, brecha {number}} other {Aceptar o rechazar la explicación de {team}, brecha {number}}}',
  'duty.gap.speak.why':
    'Le corresponde porque la carta le pide que decida y no se trata de un equipo de su propia parte.',
  'duty.gap.speak.act': 'Leer y decidir',
  'duty.gap.decide': 'Dejar constancia de lo decidido sobre la brecha {number}, {team}',
  'duty.gap.decide.why': 'Le corresponde porque las voces han decidido y solo la secretaría deja constancia.',
  'duty.gap.decide.act': 'Abrir la brecha',
  'duty.adoption.report': 'Adoptar el método de {peer}, brecha {number}, e informar de ello',
  'duty.adoption.report.why':
    'Le corresponde porque la explicación de {team} no fue aceptada, de modo que se adopta el mejor método.',
  'duty.adoption.report.act': 'Informar',
  'duty.report.file': 'Informar sobre el compromiso {title}',
  'duty.report.file.why': 'Suya porque su parte responde de este compromiso.',
  'duty.report.file.act': 'Informar',
  'duty.finding.publish': 'Publicar una constatación sobre el compromiso {title}',
  'duty.finding.publish.why':
    'Suya porque su fecha, {dueOn}, ha pasado, y el supervisor dice si se hacen los mejores esfuerzos y si se alcanza la meta.',
  'duty.finding.publish.act': 'Abrir el compromiso',
  'duty.reply.give': 'Responder a la constatación {number} sobre el compromiso {title}',
  'duty.reply.give.why':
    'Suya porque la constatación se refiere a su parte; la respuesta figura junto a ella en todas partes.',
  'duty.reply.give.act': 'Responder',
  'news.charter.changed': 'La versión {version} de la carta está en vigor',
  'news.seat.given':
    'Se le ha dado un puesto: {kind, select, delegate {delegado} team_lead {responsable de equipo} team_member {miembro de equipo} monitor {observador encargado del seguimiento} reviewer {examinador} tribunal_member {miembro del tribunal} commission_member {miembro de la comisión} secretariat {secretaría} stakeholder {parte interesada} other {observador}}',
  'news.forum.convened':
    'El foro {label} está convocado{inherited, plural, =0 {} one {, con un punto heredado} other {, con # puntos heredados}}',
  'news.forum.moved':
    '{to, select, disclosure {La divulgación está abierta} comparison {La comparación está abierta} deliberation {La deliberación ha comenzado} adoption {La adopción ha comenzado} other {El foro ha avanzado}}, foro {label}',
  'news.forum.redated': 'Han cambiado las fechas del foro {label}',
  'news.forum.stage_due':
    '{stage, select, closed {El foro {label} debe cerrarse} other {Debe comenzar la siguiente etapa del foro {label}}}',
  'news.forum.closed': 'El foro {label} está cerrado',
  'news.item.proposed': 'Se propuso el punto {position}: {title}',
  'news.item.withdrawn': 'Se retiró el punto {position}: {title}',
  'news.item.disposed':
    'El punto {position} {disposition, select, taken_up {fue asumido} merged {se fusionó con el punto {into}} deferred {se aplazó al {until}} declined {fue rechazado} other {tiene resolución}}: {title}',
  'news.item.redisposed':
    'Se reemplazó la resolución del punto {position}: {disposition, select, taken_up {fue asumido} merged {se fusionó con el punto {into}} deferred {se aplazó al {until}} declined {fue rechazado} other {tiene resolución}}',
  'news.remark.answered': '{name} respondió: {words}',
  'news.disclosures.opened':
    '{count, plural, =0 {La comparación del foro {label} está abierta; ningún equipo había presentado} one {Se abrió una divulgación, foro {label}} other {Se abrieron # divulgaciones a la vez, foro {label}}}',
  'news.fault.alleged': 'Se alega que la divulgación de {team} es falsa, foro {label}',
  'news.fault.answered': '{team} respondió a una constatación sobre su divulgación, foro {label}',
  'news.fault.confirmed': 'La divulgación de {team} era falsa, foro {label}',
  'news.fault.dismissed': 'No consta que la divulgación de {team} fuera falsa, foro {label}',
  'news.criterion.proposed': 'Se propuso un criterio: {title}',
  'news.criterion.concurred': '{mark} da su conformidad al criterio {number}',
  'news.criterion.reserved': '{mark} formula una reserva sobre el criterio {number}',
  'news.criterion.objected': '{mark} se opone al criterio {number}',
  'news.criterion.promulgated': 'El criterio {number} está en vigor: {title}',
  'news.strategy.registered': '{team} puso a prueba una estrategia: {title}',
  'news.strategy.judged':
    'El foro juzgó la estrategia {number}: {verdict, select, worked {funcionó} did_not {no funcionó} other {aún no se sabe}}',
  'news.strategy.dissented': '{mark} disiente del juicio sobre la estrategia {number}',
  'news.floor.overdue': '{team} no ha respondido a lo que funcionó en otra parte: {title}',
  'news.floor.adopted': '{team} adopta lo que funcionó: {title}',
  'news.floor.explained': '{team} explica por qué no adopta: {title}',
  'news.floor.carried_out': '{team} aplica lo que funcionó: {title}',
  'news.plan.opened': 'El plan «{title}» está abierto a la redacción, foro {label}',
  'news.plan.restored': 'El texto del plan se devolvió a un punto anterior, foro {label}',
  'news.reading.frozen': 'La lectura {number} está congelada: las delegaciones se pronuncian, foro {label}',
  'news.reading.concurred': '{mark} está de acuerdo con la lectura {number}',
  'news.reading.reserved': '{mark} formula una reserva sobre la lectura {number}',
  'news.reading.objected': '{mark} se opone a la lectura {number}',
  'news.reading.overdue':
    '{count, plural, one {Una delegación no se ha pronunciado sobre la lectura {number}} other {# delegaciones no se han pronunciado sobre la lectura {number}}}',
  'news.reading.voided': 'La lectura {number} queda sin efecto: sigue la redacción del plan, foro {label}',
  'news.programme.locked':
    '{title} está cerrado{count, plural, =0 {} one {, con un compromiso} other {, con # compromisos}}',
  'news.commitment.overdue': 'El compromiso {title} está vencido desde {dueOn}',
  'news.gaps.proposed': 'Las cifras proponen {count, plural, one {una brecha} other {# brechas}}, foro {label}',
  'news.gap.confirmed':
    'La brecha {number} queda confirmada: {team} por detrás de {peer}, {indicator}; debe explicarse a más tardar el {dueOn}',
  'news.gap.set_aside': 'La brecha {number} queda descartada: {team} por detrás de {peer}, {indicator}',
  'news.gap.explained': '{team} ha explicado la brecha {number}',
  'news.gap.accepted': 'Se acepta la explicación de {team}, brecha {number}',
  'news.gap.refused': '{team} debe adoptar el método de {peer} a más tardar el {dueOn}, brecha {number}',
  'news.gap.overdue':
    'La brecha {number}, {team}, está vencida desde el {since}: el plazo se agotó {awaited, select, team {para el equipo} other {para el foro}}',
  'news.adoption.reported': '{team} informa de que ha adoptado el método de {peer}, brecha {number}',
  'news.adoption.closed': 'La adopción por {team} queda cerrada, brecha {number}',
  'news.adoption.doubted': 'El foro no da por hecha la adopción por {team}, brecha {number}',
  'news.adoption.placed': 'La adopción de la brecha {number} figura en el plan como medida',
  'news.report.filed': 'Se presentó un informe sobre el compromiso {title}',
  'news.finding.published': 'Constatación {number} del supervisor sobre el compromiso {title}',
  'news.reply.given': 'La parte respondió a la constatación sobre el compromiso {title}',
}
