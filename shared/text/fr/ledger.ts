import type { ledger as en } from '../en/ledger.ts'

export const ledger: Record<keyof typeof en, string> = {
  'ledger.title': 'Registre des actes',
  'ledger.lede':
    'Chaque acte formel de cet accord, du plus récent au plus ancien. Chacun porte l’empreinte du précédent : aucun ne peut être modifié, omis ou ajouté sans laisser de trace.',
  'ledger.whole': 'Est-il intact ?',
  'ledger.how':
    'La vérification recalcule chaque empreinte, du premier acte au dernier. Le fichier à télécharger contient les mêmes actes, pour que chacun puisse les recalculer ailleurs.',
  'ledger.verify': 'Vérifier',
  'ledger.download': 'Télécharger en JSON',
  'ledger.sound':
    '{count, plural, =0 {Il n’y a encore aucun acte} one {L’unique acte est tel qu’il a été inscrit} other {Les # actes sont tels qu’ils ont été inscrits, chacun découlant du précédent}}. Vérifié le {when}.',
  'ledger.fault.gap': 'L’acte {seq} manque ou n’est pas à sa place. Vérifié le {when}.',
  'ledger.fault.link': 'L’acte {seq} ne découle pas du précédent. Vérifié le {when}.',
  'ledger.fault.content': 'L’acte {seq} n’est pas tel qu’il a été inscrit. Vérifié le {when}.',
  'ledger.head': 'Empreinte du dernier acte :',
  'ledger.caption': 'Actes de cet accord, du plus récent au plus ancien',
  'ledger.number': 'N°',
  'ledger.when': 'Quand',
  'ledger.what': 'Quoi',
  'ledger.who': 'Qui',
  'ledger.sum': 'Empreinte',
  'ledger.ownSum': 'Empreinte de cet acte :',
  'ledger.previousSum': 'Empreinte de l’acte précédent :',
  'ledger.byTheClock': 'Par l’horloge',
  'ledger.older': 'Afficher les actes plus anciens',
  'ledger.empty': 'Aucun acte n’a encore été inscrit.',
  'act.agreement.created': 'Accord créé : {title}',
  'act.agreement.changed': 'Données de l’accord modifiées',
  'act.charter.changed': 'Charte modifiée : version {version}',
  'act.seat.given':
    'Siège attribué : {kind, select, delegate {délégué} team_lead {responsable d’équipe} team_member {membre d’équipe} monitor {organe de suivi} reviewer {examinateur} tribunal_member {membre du tribunal} commission_member {membre de la commission} secretariat {secrétariat} stakeholder {partie prenante} observer {observateur} other {siège}}',
  'act.seat.ended':
    'Siège retiré : {kind, select, delegate {délégué} team_lead {responsable d’équipe} team_member {membre d’équipe} monitor {organe de suivi} reviewer {examinateur} tribunal_member {membre du tribunal} commission_member {membre de la commission} secretariat {secrétariat} stakeholder {partie prenante} observer {observateur} other {siège}}',
  'act.invitation.made': 'Invitation adressée à {name}',
  'act.invitation.resent': 'Invitation renvoyée à {name}',
  'act.invitation.revoked': 'Invitation de {name} révoquée',
  'act.invitation.accepted': 'Invitation acceptée par {name}',
  'act.team.made': 'Équipe créée : {name}',
  'act.forum.convened':
    'Forum {label} convoqué{inherited, plural, =0 {} one {, avec un point hérité} other {, avec # points hérités}}',
  'act.forum.moved':
    'Forum {label} : {to, select, disclosure {divulgation ouverte} comparison {comparaison ouverte} deliberation {délibération commencée} adoption {adoption commencée} other {étape suivante}}',
  'act.forum.redated': 'Dates du forum {label} modifiées',
  'act.forum.renamed': 'Forum {label} nommé : {title}',
  'act.forum.closed': 'Forum {label} clos, son procès-verbal scellé',
  'act.item.proposed': 'Forum {label}, point {position} proposé : {title}',
  'act.item.withdrawn': 'Forum {label}, point {position} retiré : {title}',
  'act.item.disposed':
    'Forum {label}, point {position} {disposition, select, taken_up {repris} merged {joint au point {into}} deferred {reporté au {until}} declined {écarté} other {suite donnée}} : {title}',
  'act.item.redisposed':
    'Forum {label}, point {position} : autre suite, {disposition, select, taken_up {repris} merged {joint au point {into}} deferred {reporté au {until}} declined {écarté} other {suite donnée}} : {title}',
  'act.indicator.defined': 'Indicateur défini : {code}',
  'act.disclosure.filed':
    'Divulgation de {team} déposée pour le forum {label}, sous scellés jusqu’à l’ouverture de la comparaison',
  'act.disclosures.opened': 'Forum {label} : divulgations déposées ouvertes, toutes à la fois',
  'act.plan.opened': 'Plan ouvert à la rédaction : {title}',
  'act.plan.restored': 'Texte du plan ramené à un point antérieur',
  'act.reading.frozen': 'Lecture {number} figée : {title}',
  'act.reading.concurred': '{mark} a souscrit à la lecture {number}',
  'act.reading.reserved': '{mark} a émis une réserve sur la lecture {number} : {reason}',
  'act.reading.objected': '{mark} s’est opposé à la lecture {number} : {reason}',
  'act.reading.voided': 'Lecture {number} rendue caduque : {reason}',
  'act.reading.locked': 'Lecture {number} verrouillée',
  'act.programme.locked': 'Programme verrouillé, en vigueur du {inForceFrom} au {periodUntil}',
  'act.commitment.overdue': 'Engagement {number} en retard depuis le {dueOn}',
  'act.report.filed': 'Rapport sur l’engagement {number} déposé',
  'act.finding.published': 'Constatation {number} sur un engagement publiée',
  'act.reply.given': 'Réponse à une constatation donnée',
}
