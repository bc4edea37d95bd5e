import type { indicator as en } from '../en/indicator.ts'

export const indicator: Record<keyof typeof en, string> = {
  'indicator.source.c81': 'D’après l’article 21 de la convention (nº 81) sur l’inspection du travail, 1947',
  'indicator.source.own': 'Définition de la bibliothèque d’indicateurs',
  'indicator.workers.title': 'Travailleurs',
  'indicator.workers.definition':
    'Travailleurs occupés dans les établissements assujettis à l’inspection, au dernier jour de la période.',
  'indicator.workers.unit': 'travailleurs',
  'indicator.workplaces.title': 'Établissements',
  'indicator.workplaces.definition': 'Établissements assujettis à l’inspection, au dernier jour de la période.',
  'indicator.workplaces.unit': 'établissements',
  'indicator.inspectors.title': 'Inspecteurs',
  'indicator.inspectors.definition':
    'Inspecteurs en fonction ayant le pouvoir d’entrer dans les établissements, au dernier jour de la période ; les postes vacants ne comptent pas.',
  'indicator.inspectors.unit': 'inspecteurs',
  'indicator.inspections.title': 'Inspections',
  'indicator.inspections.definition':
    'Visites d’un établissement au cours desquelles au moins un inspecteur a examiné le respect des règles. Deux visites du même établissement en font deux.',
  'indicator.inspections.unit': 'inspections',
  'indicator.workplaces_inspected.title': 'Établissements inspectés',
  'indicator.workplaces_inspected.definition':
    'Parmi les établissements assujettis, ceux qui ont été inspectés au moins une fois dans la période.',
  'indicator.workplaces_inspected.unit': 'établissements',
  'indicator.unannounced.title': 'Inspections sans préavis',
  'indicator.unannounced.definition':
    'Parmi les inspections, celles dont personne dans l’établissement n’avait été prévenu.',
  'indicator.unannounced.unit': 'inspections',
  'indicator.violations_found.title': 'Infractions constatées',
  'indicator.violations_found.definition':
    'Infractions consignées par les inspecteurs dans la période, une fois par disposition et par établissement.',
  'indicator.violations_found.unit': 'infractions',
  'indicator.violations_remedied.title': 'Infractions corrigées',
  'indicator.violations_remedied.definition':
    'Parmi les infractions constatées dans la période, celles qui ont été déclarées corrigées avant sa fin, par qui que ce soit.',
  'indicator.violations_remedied.unit': 'infractions',
  'indicator.violations_verified.title': 'Infractions corrigées et vérifiées',
  'indicator.violations_verified.definition':
    'Parmi les infractions constatées dans la période, celles dont un inspecteur a vu la correction, sur place, avant sa fin. Une lettre de correction ne compte pas.',
  'indicator.violations_verified.unit': 'infractions',
  'indicator.days_to_remedy.title': 'Jours jusqu’à la correction',
  'indicator.days_to_remedy.definition':
    'Jours entre le constat et la correction, additionnés pour toutes les infractions corrigées ; le taux en est la moyenne.',
  'indicator.days_to_remedy.unit': 'jours',
  'indicator.relapses.title': 'Rechutes',
  'indicator.relapses.definition':
    'Parmi les infractions dont la correction a été vérifiée, celles qui ont été constatées de nouveau dans le même établissement en moins de douze mois.',
  'indicator.relapses.unit': 'infractions',
  'indicator.penalties_imposed.title': 'Sanctions infligées',
  'indicator.penalties_imposed.definition':
    'Somme des sanctions infligées dans la période pour les infractions constatées, avant recours.',
  'indicator.penalties_imposed.unit': 'dollars des États-Unis',
  'indicator.penalties_collected.title': 'Sanctions recouvrées',
  'indicator.penalties_collected.definition':
    'Somme payée, à la fin de la période, sur les sanctions infligées pendant celle-ci.',
  'indicator.penalties_collected.unit': 'dollars des États-Unis',
  'indicator.workers_covered.title': 'Travailleurs couverts',
  'indicator.workers_covered.definition':
    'Travailleurs occupés dans les établissements inspectés dans la période, chacun compté une fois.',
  'indicator.workers_covered.unit': 'travailleurs',
  'indicator.budget.title': 'Budget de l’inspection',
  'indicator.budget.definition':
    'Dépenses d’inspection du travail dans la période : salaires, déplacements et matériel.',
  'indicator.budget.unit': 'dollars des États-Unis',
  'indicator.complaints_received.title': 'Plaintes reçues',
  'indicator.complaints_received.definition':
    'Plaintes de travailleurs, ou de ceux qui parlent pour eux, reçues dans la période.',
  'indicator.complaints_received.unit': 'plaintes',
  'indicator.complaints_closed.title': 'Plaintes closes',
  'indicator.complaints_closed.definition':
    'Parmi les plaintes reçues dans la période, celles qui ont été closes avant sa fin par une réponse à leur auteur.',
  'indicator.complaints_closed.unit': 'plaintes',
  'indicator.days_to_close.title': 'Jours pour clore une plainte',
  'indicator.days_to_close.definition':
    'Jours entre la réception et la réponse, additionnés pour toutes les plaintes closes ; le taux en est la moyenne.',
  'indicator.days_to_close.unit': 'jours',
}
