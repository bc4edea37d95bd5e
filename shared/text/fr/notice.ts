import type { notice as en } from '../en/notice.ts'

export const notice: Record<keyof typeof en, string> = {
  'notice.title': 'Mes tâches',
  'notice.lede':
    '{count, plural, =0 {Rien ne vous attend} one {Une tâche vous attend} other {# tâches vous attendent}}{late, plural, =0 {} one { ; une est en retard} other { ; # sont en retard}}. Nous sommes le {day} ; toute échéance expire à minuit, UTC.',
  'notice.today': 'Nous sommes le {day} ; toute échéance expire à minuit, UTC.',
  'notice.nothing': 'Rien ne vous attend.',
  'notice.nothingWhy':
    'Dès qu’une règle d’un accord met quelque chose à votre charge, à celle de votre délégation ou de votre équipe, cela figure ici avec sa date et sa raison.',
  'notice.group.late': 'En retard',
  'notice.group.week': 'D’ici sept jours',
  'notice.group.later': 'Plus tard',
  'notice.group.undated': 'Sans date',
  'notice.around': 'Autour de vos tâches',
  'notice.dates': 'Dates de vos accords',
  'notice.date.forum.stage':
    '{stage, select, disclosure {Début de la divulgation} comparison {Ouverture de la comparaison} deliberation {Début de la délibération} adoption {Début de l’adoption} closed {Clôture} other {Étape suivante}}, forum {label}',
  'notice.date.reading.concur': 'Les délégations se prononcent sur la lecture {number}',
  'notice.date.commitment.due': 'Échéance de l’engagement : {title}',
  'notice.news': 'Ce qui s’est passé',
  'notice.newsLede':
    '{unread, plural, =0 {Vous avez tout lu.} one {Une nouvelle vous attend.} other {# nouvelles vous attendent.}}',
  'notice.noNews': 'Rien de nouveau.',
  'notice.noNewsWhy': 'Les actes que d’autres accomplissent dans vos accords sont annoncés ici.',
  'notice.allNews': '{unread, plural, =0 {Tout ce qui s’est passé} one {Tout, # non lue} other {Tout, # non lues}}',
  'notice.readAll': 'Tout marquer comme lu',
  'notice.allRead': 'Tout est marqué comme lu.',
  'notice.unread': 'Nouveau',
  'notice.date.gap.due': 'Écart {number}, {team} : fin du délai',
  'notice.date.floor.answer': 'Réponse attendue sur ce qui a fonctionné : {title}',
  'duty.forum.move':
    '{stage, select, disclosure {Ouvrir la divulgation du forum {label}} comparison {Ouvrir la comparaison du forum {label}} deliberation {Commencer la délibération du forum {label}} adoption {Passer à l’adoption du forum {label}} other {Faire avancer le forum {label}}}',
  'duty.forum.move.why': 'À vous, car le jour de cette étape est venu et seul le secrétariat fait avancer un forum.',
  'duty.forum.move.act': 'Ouvrir le forum',
  'duty.forum.close': 'Clore le forum {label}',
  'duty.forum.close.why':
    'À vous, car le jour de sa clôture est venu et seul le secrétariat clôt un forum. Il ne peut être clos tant qu’un point hérité reste sans suite.',
  'duty.forum.close.act': 'Ouvrir le forum',
  'duty.item.dispose': 'Consigner la suite donnée au point {position} : {title}',
  'duty.item.dispose.why':
    'À vous, car le forum {label} ne peut être clos tant qu’un point hérité reste sans suite, et c’est le secrétariat qui la consigne.',
  'duty.item.dispose.act': 'Ouvrir le point',
  'duty.disclosure.file': 'Déposer ce que {team} divulgue au forum {label}',
  'duty.disclosure.file.why':
    'À vous, car vous dirigez l’équipe, et ce qui n’est pas déposé avant l’ouverture de la comparaison n’est pas comparé.',
  'duty.disclosure.file.act': 'Ouvrir la divulgation',
  'duty.fault.reply':
    '{kind, select, late {Dire pourquoi {team} a déposé en retard pour le forum {label}} missing {Dire pourquoi {team} n’a rien déposé pour le forum {label}} incomplete {Dire pourquoi {team} a laissé vides des parties de sa divulgation, forum {label}} other {Répondre : la divulgation de {team} est dite fausse, forum {label}}}',
  'duty.fault.reply.why': 'Un constat sur une divulgation est public ; ce que l’équipe en dit figure à côté.',
  'duty.fault.reply.act': 'Répondre',
  'duty.fault.decide': 'Décider si la divulgation de {team} était fausse, forum {label}',
  'duty.fault.decide.why': 'La charte désigne votre siège ; l’équipe est entendue d’abord.',
  'duty.fault.decide.act': 'L’examiner',
  'duty.criterion.concur': 'Dites la position de votre délégation sur le critère {number} : {title}',
  'duty.criterion.concur.why':
    'À vous, car un critère lie dès que les délégations y consentent ; vous parlez pour la vôtre.',
  'duty.criterion.concur.act': 'Lire et décider',
  'duty.criterion.promulgate': 'Promulguer le critère {number} : {title}',
  'duty.criterion.promulgate.why': 'À vous, car toutes les délégations requises ont donné leur accord.',
  'duty.criterion.promulgate.act': 'Ouvrir le critère',
  'duty.strategy.judge': 'Consigner le jugement du forum sur la stratégie {number} : {title}',
  'duty.strategy.judge.why':
    'À vous, car elle est à l’ordre du jour du forum, qui ne se clôt qu’avec un jugement consigné.',
  'duty.strategy.judge.act': 'Ouvrir la stratégie',
  'duty.floor.answer': 'Adopter ce qui a fonctionné, ou s’expliquer : {title}',
  'duty.floor.answer.why':
    'À vous, car le forum a jugé que cela a fonctionné avec {of}, dont les données sont comparables à celles de votre équipe.',
  'duty.floor.answer.act': 'Adopter ou s’expliquer',
  'duty.floor.carry_out': 'Mettre en œuvre ce que votre équipe adopte : {title}',
  'duty.floor.carry_out.why': 'À vous, car votre équipe s’y est engagée pour cette date.',
  'duty.floor.carry_out.act': 'Ouvrir la stratégie',
  'duty.plan.write': 'Rédiger le plan « {title} » avec les autres délégations',
  'duty.plan.write.why':
    'À vous, car vous parlez pour une délégation dont l’accord sera demandé. Ce qui n’est pas vérifiable ne peut être arrêté : la page dit ce qui manque encore.',
  'duty.plan.write.act': 'Ouvrir le plan',
  'duty.reading.concur': 'Dire la position de votre délégation sur la lecture {number}',
  'duty.reading.concur.why':
    'À vous, car vous parlez pour une délégation, et aucun plan n’est verrouillé avant que chaque délégation requise se soit prononcée.',
  'duty.reading.concur.act': 'Lire et décider',
  'duty.reading.lock': 'Verrouiller la lecture {number} comme programme',
  'duty.reading.lock.why':
    'À vous, car chaque délégation requise s’est prononcée et rien n’empêche le verrouillage ; le secrétariat y procède.',
  'duty.reading.lock.act': 'Ouvrir la lecture',
  'duty.reading.reopen': 'Rendre la lecture {number} à la rédaction',
  'duty.reading.reopen.why':
    'À vous, car chaque délégation requise s’est prononcée et ce qui a été dit empêche le verrouillage.',
  'duty.reading.reopen.act': 'Ouvrir la lecture',
  'duty.reading.overdue':
    '{count, plural, one {Une délégation ne s’est pas prononcée sur la lecture {number}} other {# délégations ne se sont pas prononcées sur la lecture {number}}}',
  'duty.reading.overdue.why': 'À vous, car le jour est passé et le silence ne vaut pas accord.',
  'duty.reading.overdue.act': 'Ouvrir la lecture',
  'duty.gap.confirm': 'Confirmer ou écarter les écarts que proposent les chiffres du forum {label}',
  'duty.gap.confirm.why':
    'Cela vous revient parce que les données sont ouvertes : là où un pair comparable fait mieux que le hasard ne l’explique, le forum dit ce qui s’ensuit.',
  'duty.gap.confirm.act': 'Ouvrir les écarts',
  'duty.gap.explain': 'Expliquer l’écart {number} : {indicator}',
  'duty.gap.explain.why':
    'Cela vous revient parce que vous dirigez {team}, dont les résultats sont en retrait de ceux de {peer}.',
  'duty.gap.explain.act': 'Expliquer',
  'duty.gap.speak':
    '{question, select, silence {Dire ce qui s’ensuit du silence de {team} sur l’écart {number}} adoption {Dire si {team} a adopté la méthode de {peer}, écart {number}} other {Accepter ou refuser l’explication de {team}, écart {number}}}',
  'duty.gap.speak.why':
    'Cela vous revient parce que la charte vous demande de décider et qu’il ne s’agit pas d’une équipe de votre partie.',
  'duty.gap.speak.act': 'Lire et décider',
  'duty.gap.decide': 'Consigner ce qui a été décidé sur l’écart {number}, {team}',
  'duty.gap.decide.why': 'Cela vous revient parce que les voix ont tranché et que seul le secrétariat le consigne.',
  'duty.gap.decide.act': 'Ouvrir l’écart',
  'duty.adoption.report': 'Adopter la méthode de {peer}, écart {number}, et en rendre compte',
  'duty.adoption.report.why':
    'Cela vous revient parce que l’explication de {team} n’a pas été acceptée : la meilleure méthode est adoptée.',
  'duty.adoption.report.act': 'Rendre compte',
  'duty.report.file': 'Faire rapport sur l’engagement {title}',
  'duty.report.file.why': 'À vous, car votre partie répond de cet engagement.',
  'duty.report.file.act': 'Faire rapport',
  'duty.finding.publish': 'Publier une constatation sur l’engagement {title}',
  'duty.finding.publish.why':
    'À vous, car son échéance, le {dueOn}, est passée, et l’organe de suivi dit si les meilleurs efforts sont faits et l’objectif atteint.',
  'duty.finding.publish.act': 'Ouvrir l’engagement',
  'duty.reply.give': 'Répondre à la constatation {number} sur l’engagement {title}',
  'duty.reply.give.why': 'À vous, car la constatation concerne votre partie ; la réponse figure partout à côté d’elle.',
  'duty.reply.give.act': 'Répondre',
  'news.charter.changed': 'La version {version} de la charte est en vigueur',
  'news.seat.given':
    'Un siège vous a été donné : {kind, select, delegate {délégué} team_lead {chef d’équipe} team_member {membre d’équipe} monitor {observateur chargé du suivi} reviewer {examinateur} tribunal_member {membre du tribunal} commission_member {membre de la commission} secretariat {secrétariat} stakeholder {partie prenante} other {observateur}}',
  'news.forum.convened':
    'Le forum {label} est convoqué{inherited, plural, =0 {} one {, avec un point hérité} other {, avec # points hérités}}',
  'news.forum.moved':
    '{to, select, disclosure {La divulgation est ouverte} comparison {La comparaison est ouverte} deliberation {La délibération a commencé} adoption {L’adoption a commencé} other {Le forum a avancé}}, forum {label}',
  'news.forum.redated': 'Les dates du forum {label} ont changé',
  'news.forum.stage_due':
    '{stage, select, closed {Le forum {label} doit être clos} other {L’étape suivante du forum {label} doit commencer}}',
  'news.forum.closed': 'Le forum {label} est clos',
  'news.item.proposed': 'Le point {position} a été proposé : {title}',
  'news.item.withdrawn': 'Le point {position} a été retiré : {title}',
  'news.item.disposed':
    'Le point {position} {disposition, select, taken_up {a été repris} merged {a été joint au point {into}} deferred {a été reporté au {until}} declined {a été écarté} other {a reçu une suite}} : {title}',
  'news.item.redisposed':
    'La suite du point {position} a été remplacée : il {disposition, select, taken_up {a été repris} merged {a été joint au point {into}} deferred {a été reporté au {until}} declined {a été écarté} other {a reçu une suite}}',
  'news.remark.answered': '{name} a répondu : {words}',
  'news.disclosures.opened':
    '{count, plural, =0 {La comparaison du forum {label} est ouverte ; aucune équipe n’avait déposé} one {Une divulgation a été ouverte, forum {label}} other {# divulgations ont été ouvertes à la fois, forum {label}}}',
  'news.fault.alleged': 'La divulgation de {team} est dite fausse, forum {label}',
  'news.fault.answered': '{team} a répondu à un constat sur sa divulgation, forum {label}',
  'news.fault.confirmed': 'La divulgation de {team} était fausse, forum {label}',
  'news.fault.dismissed': 'Il n’est pas établi que la divulgation de {team} était fausse, forum {label}',
  'news.criterion.proposed': 'Un critère a été proposé : {title}',
  'news.criterion.concurred': '{mark} donne son accord au critère {number}',
  'news.criterion.reserved': '{mark} émet une réserve sur le critère {number}',
  'news.criterion.objected': '{mark} s’oppose au critère {number}',
  'news.criterion.promulgated': 'Le critère {number} est en vigueur : {title}',
  'news.strategy.registered': '{team} a mis une stratégie à l’essai : {title}',
  'news.strategy.judged':
    'Le forum a jugé la stratégie {number} : {verdict, select, worked {elle a fonctionné} did_not {elle n’a pas fonctionné} other {pas encore connu}}',
  'news.strategy.dissented': '{mark} se dissocie du jugement sur la stratégie {number}',
  'news.floor.overdue': '{team} n’a pas répondu à ce qui a fonctionné ailleurs : {title}',
  'news.floor.adopted': '{team} adopte ce qui a fonctionné : {title}',
  'news.floor.explained': '{team} explique pourquoi elle n’adopte pas : {title}',
  'news.floor.carried_out': '{team} applique ce qui a fonctionné : {title}',
  'news.plan.opened': 'Le plan « {title} » est ouvert à la rédaction, forum {label}',
  'news.plan.restored': 'Le texte du plan a été ramené à un point antérieur, forum {label}',
  'news.reading.frozen': 'La lecture {number} est figée : les délégations se prononcent, forum {label}',
  'news.reading.concurred': '{mark} souscrit à la lecture {number}',
  'news.reading.reserved': '{mark} émet une réserve sur la lecture {number}',
  'news.reading.objected': '{mark} s’oppose à la lecture {number}',
  'news.reading.overdue':
    '{count, plural, one {Une délégation ne s’est pas prononcée sur la lecture {number}} other {# délégations ne se sont pas prononcées sur la lecture {number}}}',
  'news.reading.voided': 'La lecture {number} est caduque : la rédaction du plan reprend, forum {label}',
  'news.programme.locked':
    '{title} est verrouillé{count, plural, =0 {} one {, avec un engagement} other {, avec # engagements}}',
  'news.commitment.overdue': 'L’engagement {title} est en retard depuis le {dueOn}',
  'news.gaps.proposed': 'Les chiffres proposent {count, plural, one {un écart} other {# écarts}}, forum {label}',
  'news.gap.confirmed':
    'L’écart {number} est confirmé : {team} en retrait de {peer}, {indicator} ; à expliquer au plus tard le {dueOn}',
  'news.gap.set_aside': 'L’écart {number} est écarté : {team} en retrait de {peer}, {indicator}',
  'news.gap.explained': '{team} a expliqué l’écart {number}',
  'news.gap.accepted': 'L’explication de {team} est acceptée, écart {number}',
  'news.gap.refused': '{team} doit adopter la méthode de {peer} au plus tard le {dueOn}, écart {number}',
  'news.gap.overdue':
    'L’écart {number}, {team}, est en retard depuis le {since} : le délai a expiré {awaited, select, team {pour l’équipe} other {pour le forum}}',
  'news.adoption.reported': '{team} déclare avoir adopté la méthode de {peer}, écart {number}',
  'news.adoption.closed': 'L’adoption par {team} est close, écart {number}',
  'news.adoption.doubted': 'Le forum ne tient pas l’adoption par {team} pour faite, écart {number}',
  'news.adoption.placed': 'L’adoption de l’écart {number} figure au plan comme mesure',
  'news.report.filed': 'Un rapport a été déposé sur l’engagement {title}',
  'news.finding.published': 'Constatation {number} de l’organe de suivi sur l’engagement {title}',
  'news.reply.given': 'La partie a répondu à la constatation sur l’engagement {title}',
}
