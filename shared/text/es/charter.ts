import type { charter as en } from '../en/charter.ts'

export const charter: Record<keyof typeof en, string> = {
  'charter.template.ldc': 'Cooperación deliberativa con incentivos',
  'charter.template.ldc.about':
    'Las partes deliberan periódicamente sobre un programa de mejores esfuerzos por un tiempo fijado. Un órgano neutral observa; un beneficio se mantiene mientras duran los mejores esfuerzos.',
  'charter.template.us-cambodia': 'Estados Unidos–Camboya 1999',
  'charter.template.us-cambodia.about':
    'El acuerdo textil: dos consultas al año, seguimiento en las fábricas y un aumento de cuota sobre el que una parte decide cada año.',
  'charter.template.bilateral-commission': 'Comisión bilateral',
  'charter.template.bilateral-commission.about':
    'Deciden los trabajadores de cada parte y juristas. Equipos de investigación comparan sus resultados en foros periódicos; un criterio incumplido se sanciona sin margen de discreción.',
  'charter.work.ldc': 'el artículo de Banks sobre la cooperación deliberativa con incentivos',
  'charter.work.commission': 'el estudio de Barenberg sobre los derechos laborales en los acuerdos comerciales',

  'charter.ask.meet': '¿Cada cuánto se reúnen las partes?',
  'charter.ask.sit': '¿Quién se sienta a la mesa?',
  'charter.ask.gaps': '¿Qué ocurre cuando un equipo se queda atrás?',
  'charter.ask.disclose': '¿Qué divulgan los equipos y los organismos?',
  'charter.ask.promise': '¿Qué prometen?',
  'charter.ask.strengthen': '¿Cómo se refuerza?',
  'charter.ask.concur': '¿Quién debe consentir un programa?',
  'charter.ask.watch': '¿Quién observa?',
  'charter.ask.benefit': '¿Qué aporta?',
  'charter.ask.decide': '¿Quién decide sobre el beneficio, y cuándo?',
  'charter.ask.end': '¿Qué le pone fin?',
  'charter.ask.complain': '¿Qué puede una queja?',
  'charter.ask.publish': '¿Qué se publica?',
  'charter.ask.pay': '¿Quién paga?',
  'charter.ask.stages': '¿Cuánto dura un foro?',

  'charter.name.cadence.foraPerYear': 'Foros al año',
  'charter.name.cadence.monthsBetween': 'Meses entre dos foros',
  'charter.name.cadence.agenda': 'De qué se trata',
  'charter.name.delegations.sides': 'Partes que envían delegaciones',
  'charter.name.delegations.jurists': 'Juristas',
  'charter.name.concurrence.required': 'Quién debe consentir',
  'charter.name.concurrence.reservationPrevents': 'Efecto de una reserva',
  'charter.name.concurrence.objectionPrevents': 'Efecto de una objeción',
  'charter.name.voice.employers': 'Voz de los empleadores',
  'charter.name.voice.recusal': 'Recusación',
  'charter.name.voice.gaps': 'Quién decide sobre una brecha',
  'charter.name.voice.gapAcceptance': 'Voces que aceptan una explicación',
  'charter.name.deadlines.explainDays': 'Días para explicar una brecha',
  'charter.name.deadlines.gapDecisionDays': 'Días para decidir sobre una explicación',
  'charter.name.deadlines.adoptDays': 'Días para adoptar el mejor método',
  'charter.name.stageDays.notice': 'Días de convocatoria',
  'charter.name.stageDays.disclosure': 'Días para comunicar',
  'charter.name.stageDays.comparison': 'Días para comparar',
  'charter.name.stageDays.deliberation': 'Días para deliberar',
  'charter.name.stageDays.adoption': 'Días para adoptar',
  'charter.name.deadlines.replyDays': 'Días para responder a una conclusión',
  'charter.name.deadlines.reportEveryMonths': 'Meses entre dos informes',
  'charter.name.deadlines.determinationBy': 'Día de la determinación',
  'charter.name.deadlines.hearingDays': 'Días hasta una audiencia',
  'charter.name.deadlines.opinionDays': 'Días hasta un dictamen',
  'charter.name.monitor.composition': 'Órgano de seguimiento',
  'charter.name.compliance.standard': 'Norma de cumplimiento',
  'charter.name.compliance.counts': 'Esfuerzo o resultado',
  'charter.name.compliance.strengthening': 'Refuerzo',
  'charter.name.compliance.depth': 'Alcance de un remedio',
  'charter.name.compliance.budgetExcuse': 'El presupuesto como excusa',
  'charter.name.withdrawal.trigger': 'Motivo de retirada',
  'charter.name.withdrawal.ownTrigger': 'Motivo propio del acuerdo',
  'charter.name.withdrawal.decidedBy': 'Quién decide',
  'charter.name.withdrawal.discretion': 'Discreción',
  'charter.name.withdrawal.review': 'Revisión',
  'charter.name.withdrawal.waiver': 'Dispensa',
  'charter.name.complaint.effect': 'Efecto de una queja',
  'charter.name.complaint.settlement': 'Arreglo',
  'charter.name.benefit.kind': 'Clase de beneficio',
  'charter.name.benefit.endings': 'Qué le pone fin',
  'charter.name.benefit.sizing': 'Su magnitud',
  'charter.name.benefit.targets': 'A quién se aplica',
  'charter.name.benefit.gate': 'Qué empresas participan',
  'charter.name.benefit.financing': 'Financiación',
  'charter.name.publicity.firms': 'Mención de lugares de trabajo',
  'charter.name.publicity.smallestCount': 'Menor cifra que se publica',
  'charter.name.publicity.disclosed': 'Lo que se divulga además de los datos',
  'charter.name.voice.disclosures': 'Quién juzga una divulgación presuntamente falsa',

  'charter.rule.cadence.foraPerYear':
    '{value, plural, one {Al menos un foro al año.} other {Al menos # foros al año.}}',
  'charter.rule.cadence.monthsBetween':
    '{value, plural, one {El siguiente se abre a más tardar un mes después del cierre del último.} other {El siguiente se abre a más tardar # meses después del cierre del último.}}',
  'charter.rule.cadence.agenda':
    '{value, select, labour_standards {Tratan de las normas del trabajo.} benchmarks {Tratan de parámetros concretos.} programme {Tratan del programa y de su aplicación.} enforcement_records {Los equipos comunican y comparan sus resultados de control.} other {El orden del día es abierto.}}',
  'charter.rule.delegations.sides':
    '{value, select, government {Una delegación del gobierno de cada parte.} workers {Una delegación de los trabajadores de cada parte.} other {Una delegación de los empleadores de cada parte.}}',
  'charter.rule.delegations.jurists':
    '{value, select, yes {Juristas independientes de los gobiernos y de las empresas.} other {Sin juristas junto a las partes.}}',
  'charter.rule.voice.employers':
    '{value, select, submit {Se oye a los empleadores por escrito.} deliberate {Los empleadores deliberan; otros adoptan.} adopt {Los empleadores deliberan, y su consentimiento cuenta.} other {Nada se dispone sobre la voz de los empleadores.}}',
  'charter.rule.voice.recusal':
    '{value, select, own_compliance {Nadie decide sobre su propio cumplimiento.} other {Nada se dispone sobre la recusación.}}',
  'charter.rule.voice.gaps':
    '{value, select, delegations {Las delegaciones deciden si se acepta una explicación; nunca las de la parte del propio equipo.} commission {Los miembros de la comisión deciden si se acepta una explicación; nunca uno de la parte del propio equipo.} other {Examinadores neutrales deciden si se acepta una explicación; nunca uno de la parte del propio equipo.}}',
  'charter.rule.voice.gapAcceptance':
    '{value, select, every_voice {Solo se acepta si la aceptan todas las voces.} other {Se acepta si la acepta más de la mitad de las voces; el silencio no acepta nada.}}',
  'charter.rule.deadlines.explainDays':
    '{value, plural, one {El equipo explica una brecha en el plazo de un día.} other {El equipo explica una brecha en el plazo de # días.}}',
  'charter.rule.deadlines.gapDecisionDays':
    '{value, plural, one {Sobre la explicación se decide en el plazo de un día.} other {Sobre la explicación se decide en el plazo de # días.}}',
  'charter.rule.deadlines.adoptDays':
    '{value, plural, one {Si no se acepta, el método del mejor equipo se adopta en el plazo de un día.} other {Si no se acepta, el método del mejor equipo se adopta en el plazo de # días.}}',
  'charter.rule.compliance.standard':
    '{value, select, agreed_measures {Llevar a cabo las medidas acordadas para el período; ellas son la norma, y nada más lo es.} criteria_most_protective {Cumplir plenamente el criterio que más protege a los trabajadores: del derecho interno, del derecho internacional o de las mejores prácticas.} substantial_compliance {Que las condiciones de trabajo del sector cumplan en lo esencial las normas fundamentales del trabajo reconocidas internacionalmente.} other {No se fija ninguna norma.}}',
  'charter.rule.compliance.counts':
    '{value, select, effort {Cuenta el esfuerzo.} result {Cuenta el resultado; tomar medidas no basta.} both {Cuentan ambos: la aplicación del programa y sus resultados.} other {Nada se dispone sobre si cuenta el esfuerzo o el resultado.}}',
  'charter.rule.compliance.depth':
    '{value, select, goals {El acuerdo fija metas; la parte elige los medios.} actions {El programa nombra acciones, con calendario e indicadores.} restructuring {Cuando haga falta, los órganos de control deben reestructurarse.} other {Nada se dispone sobre el alcance de los remedios.}}',
  'charter.rule.compliance.budgetExcuse':
    '{value, select, admissible_in_plan {Lo que permiten los recursos se pondera en el plan.} inadmissible {Que el dinero fuera a otra parte no es excusa.} other {Nada se dispone sobre el presupuesto como excusa.}}',
  'charter.rule.compliance.strengthening':
    '{value, select, at_round_boundary {Lo acordado es estable durante su período, y se fija de nuevo en la ronda siguiente.} never_weakened {Los criterios se refuerzan a intervalos regulares y nunca se debilitan.} other {Nada se dispone.}}',
  'charter.rule.concurrence.required':
    '{value, select, every_delegation {Todas las delegaciones.} every_party {El gobierno de cada parte; se consulta a trabajadores y empleadores.} other {Los trabajadores de cada parte, y los juristas.}}',
  'charter.rule.concurrence.reservationPrevents':
    '{value, select, yes {Una reserva lo impide.} other {Una reserva no lo impide, y queda unida a él.}}',
  'charter.rule.concurrence.objectionPrevents':
    '{value, select, yes {Una objeción lo impide.} other {Una objeción no lo impide, y queda unida a él.}}',
  'charter.rule.monitor.composition':
    '{value, select, neutral_accepted {Un tercero neutral que ambos lados aceptan.} independent_participatory {Equipos de personal independiente con organizaciones de trabajadores y otros que conocen el terreno.} other {No se dispone ningún órgano de seguimiento.}}',
  'charter.rule.deadlines.reportEveryMonths':
    '{value, plural, one {La parte responsable informa cada mes.} other {La parte responsable informa cada # meses.}}',
  'charter.rule.deadlines.replyDays':
    '{value, plural, one {Una conclusión se responde en un día.} other {Una conclusión se responde en # días.}}',
  'charter.rule.benefit.kind':
    '{value, select, quota {Un aumento de cuota. Su magnitud no forma parte de esta carta.} tariff {Una concesión arancelaria.} other_concession {Una concesión comercial o de otra política, como la migración.} stability {La seguridad de que las concesiones existentes se mantienen.} other {Aranceles, cuotas o beneficios, retirados o concedidos.}}',
  'charter.rule.benefit.sizing':
    '{value, select, small_stakes_suffice {Como las partes cooperan, basta poco para disuadir.} full_remediation {Debe ser bastante fuerte para que toda violación se repare.} other {Nada se dispone sobre la magnitud del beneficio.}}',
  'charter.rule.benefit.targets':
    '{value, select, party {Se aplica a la parte.} sector {Se aplica al sector.} firm {Se aplica a empresas determinadas.} other {Se aplica a las sociedades que les compran.}}',
  'charter.rule.benefit.gate':
    '{value, select, monitored_firms_only {Solo participan las empresas sujetas a seguimiento: sin seguimiento no hay permiso de exportación.} other {Ninguna empresa queda excluida de antemano del beneficio.}}',
  'charter.rule.withdrawal.decidedBy':
    '{value, select, granting_party {La parte que lo concede.} commission {La comisión.} other {No se nombra a nadie para decidir sobre el beneficio.}}',
  'charter.rule.deadlines.determinationBy':
    '{value, select, none {No se fija ningún día del año para una determinación.} other {A más tardar el {day} de {month, select, 1 {enero} 2 {febrero} 3 {marzo} 4 {abril} 5 {mayo} 6 {junio} 7 {julio} 8 {agosto} 9 {septiembre} 10 {octubre} 11 {noviembre} other {diciembre}} de cada año.}}',
  'charter.rule.withdrawal.discretion':
    '{value, select, none {Sin discreción: si hay criterios incumplidos, debe actuar.} reasoned {Da sus razones, y estas pueden examinarse.} full {A su discreción.} other {Nada se dispone sobre la discreción.}}',
  'charter.rule.withdrawal.review':
    '{value, select, withdrawal {Un tribunal puede revisar una retirada, según las propias palabras del programa.} refusal {Un tribunal puede revisar la falta de sanción.} both {Un tribunal puede revisar una retirada y una negativa a retirar.} other {No se dispone ninguna revisión.}}',
  'charter.rule.withdrawal.trigger':
    '{value, select, best_efforts_ceased {Solo que cesen los mejores esfuerzos en el conjunto del programa; nunca una medida, una conclusión o una queja por sí sola.} criterion_unmet {Cualquier criterio incumplido.} other {El acuerdo tiene su propio motivo.}}',
  'charter.rule.withdrawal.ownTrigger':
    '{value, select, negative_review_or_deterioration {Los aumentos solo se mantienen si los exámenes de los años siguientes son positivos. Pueden retirarse en cualquier momento si un acto importante, u omitirlo, lleva a un deterioro significativo de las condiciones de trabajo.} other {No hay otro motivo.}}',
  'charter.rule.benefit.endings':
    '{value, select, best_efforts_ceased {Termina cuando cesan los mejores esfuerzos.} criterion_unmet {Termina, o empieza una sanción, cuando se incumple un criterio; vuelve por etapas.} negative_review {Termina con un examen negativo.} significant_deterioration {Termina con un deterioro significativo.} other {Termina con el régimen al que pertenece.}}',
  'charter.rule.withdrawal.waiver':
    '{value, select, none {No cabe dispensa.} legislature_vote {Un parlamento puede dispensar de la sanción con un voto.} other {Nada se dispone sobre una dispensa.}}',
  'charter.rule.complaint.effect':
    '{value, select, agenda_item {Si se estima, el foro siguiente debe considerarla y atenderla; nada más se sigue.} binding_case {Abre un caso que termina en una decisión vinculante.} other {No hay vía de queja.}}',
  'charter.rule.deadlines.hearingDays':
    '{value, select, none {No se fija plazo para una audiencia.} other {La audiencia se celebra a más tardar el día {value}, contado desde la presentación.}}',
  'charter.rule.deadlines.opinionDays':
    '{value, select, none {No se fija plazo para un dictamen.} other {El dictamen se da a más tardar el día {value}, contado desde la presentación.}}',
  'charter.rule.complaint.settlement':
    '{value, select, closes_case {Un arreglo cierra el caso.} panel_still_rules {Un arreglo no cierra el caso: el panel decide aún si se logró el cumplimiento.} other {Nada se dispone sobre los arreglos.}}',
  'charter.rule.publicity.firms':
    '{value, select, aggregate {Resultados agregados; no se nombra ningún lugar de trabajo.} named_after_second_inspection {Una síntesis agregada, sin nombrar lugares de trabajo. Se nombra uno en el informe siguiente si una segunda inspección no halla aumento del cumplimiento.} immediate {Lo que se comunica es público de inmediato. Quién fue entrevistado no lo es nunca.} other {Conclusiones e informes; nada se dispone sobre nombrar lugares de trabajo.}}',
  'charter.rule.publicity.smallestCount':
    '{value, plural, one {Se publican todas las cifras.} other {Para proteger a las personas, una cifra menor que #, salvo cero, no se publica, ni lo que permitiría deducirla.}}',
  'charter.rule.publicity.disclosed':
    '{value, select, method {Además de sus datos, cada equipo y cada organismo divulga su método.} successes {Divulga sus éxitos.} failures {Divulga sus fracasos.} budget {Divulga su presupuesto.} staff {Divulga su personal.} procedures {Divulga sus procedimientos de control.} actions {Divulga sus medidas de control.} other {No se pide nada más.}}',
  'charter.rule.voice.disclosures':
    '{value, select, commission {Los miembros de la comisión dicen si una divulgación fue falsa; nunca el de la parte del equipo. Una divulgación tardía, falsa o ausente es una constatación por sí misma.} reviewers {Revisores neutrales dicen si una divulgación fue falsa; nunca el de la parte del equipo. Una divulgación tardía, falsa o ausente es una constatación por sí misma.} other {El órgano de seguimiento dice si una divulgación fue falsa. Una divulgación tardía, falsa o ausente es una constatación por sí misma.}}',
  'charter.rule.benefit.financing':
    '{value, select, recipient_seeks_partner_supports {La parte que recibe busca financiación internacional, y la otra lo apoya.} other {Nada se dispone.}}',
  'charter.rule.stageDays.notice': '{value, plural, one {Un día de convocatoria.} other {# días de convocatoria.}}',
  'charter.rule.stageDays.disclosure':
    '{value, plural, one {Un día para comunicar datos.} other {# días para comunicar datos.}}',
  'charter.rule.stageDays.comparison':
    '{value, plural, one {Un día para compararlos.} other {# días para compararlos.}}',
  'charter.rule.stageDays.deliberation': '{value, plural, one {Un día para deliberar.} other {# días para deliberar.}}',
  'charter.rule.stageDays.adoption': '{value, plural, one {Un día para adoptar.} other {# días para adoptar.}}',

  'charter.fault.cadence': 'Tantos foros con tantos meses entre ellos no caben en un año.',
  'charter.fault.forum_too_long': 'Las etapas de un foro duran juntas más que el tiempo hasta el siguiente.',
  'charter.fault.parties_without_government':
    'Los gobiernos deben consentir, pero las partes no envían delegaciones gubernamentales.',
  'charter.fault.jurists_missing': 'Trabajadores y juristas deben consentir, pero no se sientan ambos a la mesa.',
  'charter.fault.reservation_outweighs_objection': 'Una reserva impediría lo que una objeción no impide.',
  'charter.fault.employers_adopt':
    'Los empleadores adoptan exactamente cuando envían delegaciones y todas las delegaciones deben consentir.',
  'charter.fault.opinion_before_hearing': 'El dictamen vencería antes de la audiencia.',
  'charter.fault.case_without_clock': 'Un caso vinculante necesita un día para la audiencia y otro para el dictamen.',
  'charter.fault.one_trigger': 'Una carta tiene un solo motivo de retirada: el suyo, o uno de los otros dos.',
  'charter.fault.ending_without_trigger': 'El beneficio terminaría por un motivo que la carta no tiene.',
}
