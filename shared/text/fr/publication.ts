import type { publication as en } from '../en/publication.ts'

export const publication: Record<keyof typeof en, string> = {
  'publication.title': 'Registre public',
  'publication.site': 'Registre public · Parley',
  'publication.publicRecord': 'registre public',
  'publication.lede':
    'Ce que gouvernements, travailleurs et employeurs sont convenus de faire, mot pour mot ; ce qu’un observateur neutre a constaté ; et ce que les parties répondent. Aucun compte n’est nécessaire.',
  'publication.nav': 'Registre public',
  'publication.allAgreements': 'Tous les accords',
  'publication.workbench': 'Se connecter aux pages de travail',
  'publication.foot':
    'Ceci est le registre public d’une installation de Parley. Il n’exige aucun script et ne garde aucune trace de ses lecteurs.',
  'publication.demo.title': 'Démonstration.',
  'publication.demo.text':
    'Ce qui porte † est rapporté par les sources nommées au bas de la page. Tout le reste est illustratif : personnes, dates, constatations et réponses sont inventées pour montrer comment Parley fonctionne.',
  'publication.demo.sources':
    'D’après les deux ouvrages que cette démonstration met en scène : un article sur la coopération délibérative à effet de levier dans les accords de travail, et une proposition de forums d’équipes d’enquête. Leurs chiffres sont repris tels quels.',
  'publication.demonstration': 'démonstration',

  'publication.agreements': 'Accords',
  'publication.agreementsCaption': 'Tous les accords dont la charte est en vigueur',
  'publication.noAgreement': 'Aucun accord n’est encore public. Un accord paraît ici dès que sa charte est en vigueur.',
  'publication.agreement': 'Accord',
  'publication.parties': 'Parties',
  'publication.programmeInForce': 'Programme en vigueur',
  'publication.changed': 'Dernière modification',
  'publication.none': 'aucun',

  'publication.agreementLede': 'Le registre public de l’accord entre {parties}.',
  'publication.signed': 'Signé le {day}.',
  'publication.charterSince': 'Charte, version {version}, en vigueur depuis le {day}.',
  'publication.lastChanged': 'Dernière modification le {day}.',
  'publication.period': 'Du {from} au {until}.',
  'publication.commitmentCount': '{count, plural, one {# engagement.} other {# engagements.}}',
  'publication.noProgramme':
    'Aucun programme n’est en vigueur aujourd’hui. Un programme est publié dès que les délégations y ont souscrit et qu’il est verrouillé.',
  'publication.otherProgrammes': 'Autres programmes',
  'publication.whoTakesPart': 'Qui participe',
  'publication.delegationsCaption': 'Les délégations de chaque partie, par les lettres qui les désignent partout',
  'publication.nobodyNamed':
    'Ici parlent des délégations, non des personnes : nul membre d’une délégation ou d’une équipe, nulle personne interrogée n’est nommée dans ce registre. Les lieux de travail n’y figurent qu’agrégés.',
  'publication.fora': 'Forums',
  'publication.foraCaption': 'Les forums périodiques, du plus récent au plus ancien',
  'publication.noForum': 'Aucun forum n’a encore été convoqué.',
  'publication.forum': 'Forum',
  'publication.stage': 'Étape',
  'publication.closedOn': 'Clos le {day}',
  'publication.closesOn': '{stage} ; clôture le {day}',
  'publication.records': 'Relevés',
  'publication.sealed': 'Sous scellés jusqu’à l’ouverture de la comparaison',
  'publication.programme': 'Programme',
  'publication.charter': 'La charte en termes simples',
  'publication.delegation': '{party} ({side})',

  'publication.programmeLede':
    'Parties : {parties}. Ce dont elles sont convenues du {from} au {until}, ce qu’un observateur neutre a constaté, et ce qu’elles répondent.',
  'publication.inForceUntil': 'En vigueur jusqu’au {day}.',
  'publication.inForceFrom': 'En vigueur à partir du {day}.',
  'publication.wasInForce': 'A été en vigueur jusqu’au {day}.',
  'publication.neverInForce': 'Remplacé par un programme ultérieur avant d’avoir pris effet.',
  'publication.check': 'Vérifier cette page',
  'publication.inBrief': 'En bref',
  'publication.briefCaption':
    '{count, plural, one {Un engagement, jugé} other {# engagements, chacun jugé}} sur deux questions tenues séparées : les meilleurs efforts sont-ils faits, et l’objectif est-il en voie d’être atteint ?',
  'publication.whatDepends': 'Ce qui en dépend',
  'publication.answersFor': 'Partie responsable : {party}, {office}. Échéance : {day}.',
  'publication.allOfCommitment': 'Tout ce qui a été dit de l’engagement {number}',
  'publication.monitorFound': 'Constatation de l’observateur, {day}',
  'publication.figure': 'Chiffre : {value} ({unit}), au {day}.',
  'publication.replied': 'Réponse : {who}, {day}',
  'publication.whoAgreed': 'Qui a souscrit',
  'publication.whoAgreedCaption': 'Ce que chaque délégation a dit du texte verrouillé le {when}',
  'publication.saidWhy': '{who} : {stance}',
  'publication.checkText':
    'Le texte convenu a été verrouillé le {when}, en lecture {reading}. Il ne change jamais : un seul caractère modifié donnerait une autre somme que celle-ci.',
  'publication.checkHow':
    'Pour le vérifier vous-même, téléchargez le texte exact dont la somme a été faite et calculez son SHA-256 avec n’importe quel programme, par exemple sha256sum :',
  'publication.ownLanguage':
    'Le texte convenu, les constatations, les rapports et les réponses figurent dans la langue où ils ont été écrits.',

  'publication.commitmentLede': 'Engagement {number} de « {programme} », avec tout ce qui en a été dit depuis.',
  'publication.wholeProgramme': 'Le programme entier',
  'publication.stateIs': 'État',
  'publication.agreedText': 'Texte convenu',
  'publication.beforeForum': 'Cette constatation a été portée devant le forum {label}.',

  'publication.comparisonOf': 'Comparaison, {forum}',
  'publication.axis.implementation': 'Meilleurs efforts',
  'publication.axis.outcome': 'Objectif',
  'publication.comparisonTitle': 'Ce que les équipes ont divulgué pour le forum {forum}',
  'publication.comparisonLede':
    '{teams, plural, one {Une divulgation, sous scellés} other {# divulgations, toutes sous scellés}} jusqu’au {when}, puis ouvertes à tous au même instant. Le semblable est placé à côté du semblable ; là où les relevés ne sont pas comparables, la raison est donnée.',
  'publication.neverZero': 'Un relevé manquant dit pourquoi ; ce n’est jamais un zéro.',
  'publication.nothingDisclosed': 'Aucune équipe n’avait rien déposé à l’ouverture de la comparaison.',
  'publication.sideBySide': 'Côte à côte',
  'publication.onlyFirst':
    'Les {shown} premières lignes sur {asked}. Les liens vers les données ci-dessous permettent de demander les autres.',
  'publication.periods': 'Autres périodes',
  'publication.latest': 'La dernière de chacun',
  'publication.filedNothing': 'N’ont rien déposé : {teams}.',
  'publication.column.team': 'Équipe',
  'publication.column.figure': 'Chiffre',
  'publication.column.counted': 'Compté',
  'publication.column.verdict': 'Comparaison',

  'publication.data': 'Le même contenu sous forme de données',
  'publication.dataOf': '{name} :',
  'publication.csvForExcel': 'CSV pour Excel',
  'publication.openapi': 'Description de toutes les données pour les programmes (OpenAPI)',
  'publication.table.programmes': 'Programmes',
  'publication.table.fora': 'Forums',
  'publication.table.delegations': 'Délégations',
  'publication.table.charter': 'Charte',
  'publication.table.commitments': 'Engagements',
  'publication.table.findings': 'Constatations et réponses',
  'publication.table.reports': 'Rapports',
  'publication.table.concurrences': 'Ce qu’ont dit les délégations',
  'publication.table.comparison': 'Relevés comparés',

  'publication.notFound.title': 'Absent du registre public',
  'publication.notFound.text':
    'Il n’y a rien à cette adresse, ou ce n’est pas encore public. Les programmes sont publiés quand ils sont verrouillés, les constatations quand l’observateur les publie, les relevés quand la comparaison s’ouvre.',
  'publication.notFound.act': 'Vers le registre public',
}
