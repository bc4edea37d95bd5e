import type { charter as en } from '../en/charter.ts'

export const charter: Record<keyof typeof en, string> = {
  'charter.template.ldc': 'Coopération délibérative à effet de levier',
  'charter.template.ldc.about':
    'Les parties délibèrent régulièrement d’un programme de meilleurs efforts pour une durée fixée. Un organe neutre observe ; un avantage subsiste tant que durent les meilleurs efforts.',
  'charter.template.us-cambodia': 'États-Unis–Cambodge 1999',
  'charter.template.us-cambodia.about':
    'L’accord textile : deux consultations par an, un suivi dans les usines, et un supplément de quota dont une partie décide chaque année.',
  'charter.template.bilateral-commission': 'Commission bilatérale',
  'charter.template.bilateral-commission.about':
    'Les travailleurs de chaque partie et des juristes décident. Des équipes d’enquête comparent leurs résultats lors de forums réguliers ; un critère non rempli est sanctionné sans pouvoir d’appréciation.',
  'charter.work.ldc': 'l’article de Banks sur la coopération délibérative à effet de levier',
  'charter.work.commission': 'l’étude de Barenberg sur les droits des travailleurs dans les accords commerciaux',

  'charter.ask.meet': 'Quand les parties se réunissent-elles ?',
  'charter.ask.sit': 'Qui siège à la table ?',
  'charter.ask.gaps': 'Que se passe-t-il quand une équipe est en retrait ?',
  'charter.ask.disclose': 'Que divulguent les équipes et les services d’inspection ?',
  'charter.ask.promise': 'Que promettent-elles ?',
  'charter.ask.strengthen': 'Comment l’accord se renforce-t-il ?',
  'charter.ask.concur': 'Qui doit consentir à un programme ?',
  'charter.ask.watch': 'Qui observe ?',
  'charter.ask.benefit': 'Qu’apporte l’accord ?',
  'charter.ask.decide': 'Qui décide de l’avantage, et quand ?',
  'charter.ask.end': 'Qu’est-ce qui y met fin ?',
  'charter.ask.complain': 'Que peut une plainte ?',
  'charter.ask.publish': 'Qu’est-ce qui est publié ?',
  'charter.ask.pay': 'Qui paie ?',
  'charter.ask.stages': 'Combien de temps dure un forum ?',

  'charter.name.cadence.foraPerYear': 'Forums par an',
  'charter.name.cadence.monthsBetween': 'Mois entre deux forums',
  'charter.name.cadence.agenda': 'Ce dont on traite',
  'charter.name.delegations.sides': 'Côtés qui envoient des délégations',
  'charter.name.delegations.jurists': 'Juristes',
  'charter.name.concurrence.required': 'Qui doit consentir',
  'charter.name.concurrence.reservationPrevents': 'Effet d’une réserve',
  'charter.name.concurrence.objectionPrevents': 'Effet d’une objection',
  'charter.name.voice.employers': 'Voix des employeurs',
  'charter.name.voice.recusal': 'Récusation',
  'charter.name.voice.gaps': 'Qui décide d’un écart',
  'charter.name.voice.gapAcceptance': 'Voix qui acceptent une explication',
  'charter.name.deadlines.explainDays': 'Jours pour expliquer un écart',
  'charter.name.deadlines.gapDecisionDays': 'Jours pour décider d’une explication',
  'charter.name.deadlines.adoptDays': 'Jours pour adopter la meilleure méthode',
  'charter.name.stageDays.notice': 'Jours de préavis',
  'charter.name.stageDays.disclosure': 'Jours pour communiquer',
  'charter.name.stageDays.comparison': 'Jours pour comparer',
  'charter.name.stageDays.deliberation': 'Jours pour délibérer',
  'charter.name.stageDays.adoption': 'Jours pour adopter',
  'charter.name.deadlines.replyDays': 'Jours pour répondre à une constatation',
  'charter.name.deadlines.reportEveryMonths': 'Mois entre deux rapports',
  'charter.name.deadlines.determinationBy': 'Jour de la décision',
  'charter.name.deadlines.hearingDays': 'Jours jusqu’à une audience',
  'charter.name.deadlines.opinionDays': 'Jours jusqu’à un avis',
  'charter.name.monitor.composition': 'Organe de suivi',
  'charter.name.compliance.standard': 'Norme de conformité',
  'charter.name.compliance.counts': 'Effort ou résultat',
  'charter.name.compliance.strengthening': 'Renforcement',
  'charter.name.compliance.depth': 'Portée d’un remède',
  'charter.name.compliance.budgetExcuse': 'Le budget comme excuse',
  'charter.name.withdrawal.trigger': 'Motif de retrait',
  'charter.name.withdrawal.ownTrigger': 'Motif propre à l’accord',
  'charter.name.withdrawal.decidedBy': 'Qui en décide',
  'charter.name.withdrawal.discretion': 'Pouvoir d’appréciation',
  'charter.name.withdrawal.review': 'Recours',
  'charter.name.withdrawal.waiver': 'Dérogation',
  'charter.name.complaint.effect': 'Effet d’une plainte',
  'charter.name.complaint.settlement': 'Règlement amiable',
  'charter.name.benefit.kind': 'Nature de l’avantage',
  'charter.name.benefit.endings': 'Ce qui y met fin',
  'charter.name.benefit.sizing': 'Son ampleur',
  'charter.name.benefit.targets': 'À qui il s’applique',
  'charter.name.benefit.gate': 'Quelles entreprises y ont part',
  'charter.name.benefit.financing': 'Financement',
  'charter.name.publicity.firms': 'Mention des lieux de travail',
  'charter.name.publicity.smallestCount': 'Plus petit nombre publié',
  'charter.name.publicity.disclosed': 'Ce qui est divulgué outre les données',
  'charter.name.voice.disclosures': 'Qui juge une divulgation prétendue fausse',

  'charter.rule.cadence.foraPerYear':
    '{value, plural, one {Au moins un forum par an.} other {Au moins # forums par an.}}',
  'charter.rule.cadence.monthsBetween':
    '{value, plural, one {Le suivant s’ouvre au plus tard un mois après la clôture du dernier.} other {Le suivant s’ouvre au plus tard # mois après la clôture du dernier.}}',
  'charter.rule.cadence.agenda':
    '{value, select, labour_standards {Elles traitent des normes du travail.} benchmarks {Elles traitent de critères de référence précis.} programme {Elles traitent du programme et de sa mise en œuvre.} enforcement_records {Les équipes communiquent et comparent leurs résultats de contrôle.} other {L’ordre du jour est ouvert.}}',
  'charter.rule.delegations.sides':
    '{value, select, government {Une délégation du gouvernement de chaque partie.} workers {Une délégation des travailleurs de chaque partie.} other {Une délégation des employeurs de chaque partie.}}',
  'charter.rule.delegations.jurists':
    '{value, select, yes {Des juristes indépendants des gouvernements et des entreprises.} other {Pas de juristes aux côtés des parties.}}',
  'charter.rule.voice.employers':
    '{value, select, submit {Les employeurs s’expriment par écrit.} deliberate {Les employeurs délibèrent ; d’autres adoptent.} adopt {Les employeurs délibèrent, et leur consentement compte.} other {Rien n’est prévu sur la voix des employeurs.}}',
  'charter.rule.voice.recusal':
    '{value, select, own_compliance {Nul ne décide de sa propre conformité.} other {Rien n’est prévu sur la récusation.}}',
  'charter.rule.voice.gaps':
    '{value, select, delegations {Les délégations décident si une explication est acceptée ; jamais celles de la partie de l’équipe.} commission {Les membres de la commission décident si une explication est acceptée ; jamais un membre de la partie de l’équipe.} other {Des examinateurs neutres décident si une explication est acceptée ; jamais l’un d’eux de la partie de l’équipe.}}',
  'charter.rule.voice.gapAcceptance':
    '{value, select, every_voice {Elle n’est acceptée que si toutes les voix l’acceptent.} other {Elle est acceptée si plus de la moitié des voix l’acceptent ; le silence n’accepte rien.}}',
  'charter.rule.deadlines.explainDays':
    '{value, plural, one {L’équipe explique un écart dans un délai d’un jour.} other {L’équipe explique un écart dans un délai de # jours.}}',
  'charter.rule.deadlines.gapDecisionDays':
    '{value, plural, one {L’explication est tranchée dans un délai d’un jour.} other {L’explication est tranchée dans un délai de # jours.}}',
  'charter.rule.deadlines.adoptDays':
    '{value, plural, one {Si elle n’est pas acceptée, la méthode de la meilleure équipe est adoptée dans un délai d’un jour.} other {Si elle n’est pas acceptée, la méthode de la meilleure équipe est adoptée dans un délai de # jours.}}',
  'charter.rule.compliance.standard':
    '{value, select, agreed_measures {De mettre en œuvre les mesures convenues pour la période ; elles sont la norme, et rien d’autre ne l’est.} criteria_most_protective {De respecter pleinement le critère le plus protecteur des travailleurs : du droit national, du droit international ou des meilleures pratiques.} substantial_compliance {Que les conditions de travail du secteur respectent pour l’essentiel les normes fondamentales du travail reconnues au niveau international.} other {Aucune norme n’est fixée.}}',
  'charter.rule.compliance.counts':
    '{value, select, effort {C’est l’effort qui compte.} result {C’est le résultat qui compte ; prendre des mesures ne suffit pas.} both {Les deux comptent : la mise en œuvre du programme et ses résultats.} other {Rien ne dit si c’est l’effort ou le résultat qui compte.}}',
  'charter.rule.compliance.depth':
    '{value, select, goals {L’accord fixe des buts ; la partie choisit les moyens.} actions {Le programme nomme des actions, avec un calendrier et des indicateurs.} restructuring {Au besoin, les organes de contrôle doivent être restructurés.} other {Rien n’est prévu sur la portée des remèdes.}}',
  'charter.rule.compliance.budgetExcuse':
    '{value, select, admissible_in_plan {Ce que permettent les ressources est pesé dans le plan.} inadmissible {Que l’argent soit allé ailleurs n’est pas une excuse.} other {Rien n’est prévu sur le budget comme excuse.}}',
  'charter.rule.compliance.strengthening':
    '{value, select, at_round_boundary {Ce qui est convenu est stable pendant sa période, et fixé à nouveau au cycle suivant.} never_weakened {Les critères sont renforcés à intervalles réguliers et jamais affaiblis.} other {Rien n’est prévu.}}',
  'charter.rule.concurrence.required':
    '{value, select, every_delegation {Chaque délégation.} every_party {Le gouvernement de chaque partie ; travailleurs et employeurs sont consultés.} other {Les travailleurs de chaque partie, et les juristes.}}',
  'charter.rule.concurrence.reservationPrevents':
    '{value, select, yes {Une réserve l’empêche.} other {Une réserve ne l’empêche pas, et y reste attachée.}}',
  'charter.rule.concurrence.objectionPrevents':
    '{value, select, yes {Une objection l’empêche.} other {Une objection ne l’empêche pas, et y reste attachée.}}',
  'charter.rule.monitor.composition':
    '{value, select, neutral_accepted {Un tiers neutre, accepté par les deux côtés.} independent_participatory {Des équipes d’agents indépendants avec des organisations de travailleurs et d’autres qui connaissent le terrain.} other {Aucun organe de suivi n’est prévu.}}',
  'charter.rule.deadlines.reportEveryMonths':
    '{value, plural, one {La partie responsable fait rapport chaque mois.} other {La partie responsable fait rapport tous les # mois.}}',
  'charter.rule.deadlines.replyDays':
    '{value, plural, one {Une constatation reçoit réponse en un jour.} other {Une constatation reçoit réponse en # jours.}}',
  'charter.rule.benefit.kind':
    '{value, select, quota {Un supplément de quota. Son ampleur ne figure pas dans cette charte.} tariff {Une concession tarifaire.} other_concession {Une concession commerciale ou d’une autre politique, comme la migration.} stability {L’assurance que les concessions existantes subsistent.} other {Des tarifs, des quotas ou des avantages, retirés ou accordés.}}',
  'charter.rule.benefit.sizing':
    '{value, select, small_stakes_suffice {Puisque les parties coopèrent, un enjeu modeste suffit à dissuader.} full_remediation {Il doit être assez fort pour que chaque violation soit réparée.} other {Rien n’est prévu sur l’ampleur de l’avantage.}}',
  'charter.rule.benefit.targets':
    '{value, select, party {Il vise la partie.} sector {Il vise le secteur.} firm {Il vise des entreprises particulières.} other {Il vise les sociétés qui leur achètent.}}',
  'charter.rule.benefit.gate':
    '{value, select, monitored_firms_only {Seules les entreprises suivies y ont part : sans suivi, pas de permis d’exportation.} other {Aucune entreprise n’est exclue d’avance de l’avantage.}}',
  'charter.rule.withdrawal.decidedBy':
    '{value, select, granting_party {La partie qui l’accorde.} commission {La commission.} other {Personne n’est désigné pour décider de l’avantage.}}',
  'charter.rule.deadlines.determinationBy':
    '{value, select, none {Aucun jour de l’année n’est fixé pour une décision.} other {Au plus tard le {day, select, 1 {1er} other {{day}}} {month, select, 1 {janvier} 2 {février} 3 {mars} 4 {avril} 5 {mai} 6 {juin} 7 {juillet} 8 {août} 9 {septembre} 10 {octobre} 11 {novembre} other {décembre}} de chaque année.}}',
  'charter.rule.withdrawal.discretion':
    '{value, select, none {Sans pouvoir d’appréciation : si des critères ne sont pas remplis, il faut agir.} reasoned {La décision est motivée, et ses motifs peuvent être examinés.} full {À sa discrétion.} other {Rien n’est prévu sur le pouvoir d’appréciation.}}',
  'charter.rule.withdrawal.review':
    '{value, select, withdrawal {Un tribunal peut examiner un retrait, au regard des termes mêmes du programme.} refusal {Un tribunal peut examiner l’absence de sanction.} both {Un tribunal peut examiner un retrait comme un refus de retrait.} other {Aucun recours n’est prévu.}}',
  'charter.rule.withdrawal.trigger':
    '{value, select, best_efforts_ceased {Seulement la cessation des meilleurs efforts sur l’ensemble du programme ; jamais une mesure, une constatation ou une plainte à elle seule.} criterion_unmet {Tout critère qui n’est pas rempli.} other {L’accord a son propre motif.}}',
  'charter.rule.withdrawal.ownTrigger':
    '{value, select, negative_review_or_deterioration {Les augmentations ne subsistent que si les examens des années suivantes sont positifs. Elles peuvent être retirées à tout moment si un acte majeur, ou son omission, entraîne une dégradation importante des conditions de travail.} other {Il n’y a pas d’autre motif.}}',
  'charter.rule.benefit.endings':
    '{value, select, best_efforts_ceased {Il prend fin quand cessent les meilleurs efforts.} criterion_unmet {Il prend fin, ou une sanction commence, quand un critère n’est pas rempli ; il revient par étapes.} negative_review {Il prend fin avec un examen négatif.} significant_deterioration {Il prend fin avec une dégradation importante.} other {Il prend fin avec le régime dont il relève.}}',
  'charter.rule.withdrawal.waiver':
    '{value, select, none {On ne peut y déroger.} legislature_vote {Un parlement peut lever la sanction par un vote.} other {Rien n’est prévu sur une dérogation.}}',
  'charter.rule.complaint.effect':
    '{value, select, agenda_item {Si elle est fondée, le forum suivant doit l’examiner et y répondre ; rien d’autre ne s’ensuit.} binding_case {Elle ouvre une affaire qui s’achève par une décision contraignante.} other {Il n’y a pas de voie de plainte.}}',
  'charter.rule.deadlines.hearingDays':
    '{value, select, none {Aucun délai n’est fixé pour une audience.} other {Une audience est tenue au plus tard le jour {value}, compté depuis le dépôt.}}',
  'charter.rule.deadlines.opinionDays':
    '{value, select, none {Aucun délai n’est fixé pour un avis.} other {L’avis est rendu au plus tard le jour {value}, compté depuis le dépôt.}}',
  'charter.rule.complaint.settlement':
    '{value, select, closes_case {Un règlement amiable clôt l’affaire.} panel_still_rules {Un règlement amiable ne clôt pas l’affaire : le panel dit encore si la conformité est atteinte.} other {Rien n’est prévu sur les règlements amiables.}}',
  'charter.rule.publicity.firms':
    '{value, select, aggregate {Des résultats agrégés ; aucun lieu de travail n’est nommé.} named_after_second_inspection {Une synthèse agrégée, sans nommer de lieu de travail. Il est nommé dans le rapport suivant si une deuxième inspection ne constate aucun progrès de la conformité.} immediate {Ce qui est communiqué est aussitôt public. Les personnes entendues ne le sont jamais.} other {Les constatations et les rapports ; rien n’est prévu sur le fait de nommer des lieux de travail.}}',
  'charter.rule.publicity.smallestCount':
    '{value, plural, one {Tous les nombres sont publiés.} other {Pour protéger les personnes, un nombre inférieur à #, sauf zéro, n’est pas publié, ni ce qui permettrait de le retrouver.}}',
  'charter.rule.publicity.disclosed':
    '{value, select, method {Outre ses données, chaque équipe et chaque service divulgue sa méthode.} successes {Il divulgue ses réussites.} failures {Il divulgue ses échecs.} budget {Il divulgue son budget.} staff {Il divulgue ses effectifs.} procedures {Il divulgue ses procédures de contrôle.} actions {Il divulgue ses mesures de contrôle.} other {Rien d’autre n’est demandé.}}',
  'charter.rule.voice.disclosures':
    '{value, select, commission {Les membres de la commission disent si une divulgation était fausse ; jamais celui de la partie dont relève l’équipe. Une divulgation tardive, fausse ou manquante est un constat à part entière.} reviewers {Des examinateurs neutres disent si une divulgation était fausse ; jamais celui de la partie dont relève l’équipe. Une divulgation tardive, fausse ou manquante est un constat à part entière.} other {L’organe de suivi dit si une divulgation était fausse. Une divulgation tardive, fausse ou manquante est un constat à part entière.}}',
  'charter.rule.benefit.financing':
    '{value, select, recipient_seeks_partner_supports {La partie bénéficiaire cherche un financement international, et l’autre l’appuie.} other {Rien n’est prévu.}}',
  'charter.rule.stageDays.notice': '{value, plural, one {Un jour de préavis.} other {# jours de préavis.}}',
  'charter.rule.stageDays.disclosure':
    '{value, plural, one {Un jour pour communiquer les données.} other {# jours pour communiquer les données.}}',
  'charter.rule.stageDays.comparison':
    '{value, plural, one {Un jour pour les comparer.} other {# jours pour les comparer.}}',
  'charter.rule.stageDays.deliberation':
    '{value, plural, one {Un jour pour délibérer.} other {# jours pour délibérer.}}',
  'charter.rule.stageDays.adoption': '{value, plural, one {Un jour pour adopter.} other {# jours pour adopter.}}',

  'charter.fault.cadence': 'Autant de forums, séparés d’autant de mois, ne tiennent pas dans une année.',
  'charter.fault.forum_too_long':
    'Les étapes d’un forum durent ensemble plus longtemps que l’intervalle avant le suivant.',
  'charter.fault.parties_without_government':
    'Les gouvernements doivent consentir, mais les parties n’envoient pas de délégation gouvernementale.',
  'charter.fault.jurists_missing': 'Travailleurs et juristes doivent consentir, mais ils ne siègent pas tous deux.',
  'charter.fault.reservation_outweighs_objection': 'Une réserve empêcherait ce qu’une objection n’empêche pas.',
  'charter.fault.employers_adopt':
    'Les employeurs adoptent exactement là où ils envoient des délégations et où chaque délégation doit consentir.',
  'charter.fault.opinion_before_hearing': 'L’avis serait dû avant l’audience.',
  'charter.fault.case_without_clock': 'Une affaire contraignante a besoin d’un jour d’audience et d’un jour d’avis.',
  'charter.fault.one_trigger': 'Une charte a un seul motif de retrait : le sien, ou l’un des deux autres.',
  'charter.fault.ending_without_trigger': 'L’avantage prendrait fin pour un motif que la charte n’a pas.',
}
