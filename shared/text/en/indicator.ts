/** The words of the library of indicators; an agreement keeps those of one language, pages say those of the reader’s. */
export const indicator = {
  'indicator.source.c81': 'After Article 21 of the Labour Inspection Convention, 1947 (No. 81)',
  'indicator.source.own': 'Definition of the library of indicators',
  'indicator.workers.title': 'Workers',
  'indicator.workers.definition':
    'Workers employed in the workplaces that are liable to inspection, on the last day of the period.',
  'indicator.workers.unit': 'workers',
  'indicator.workplaces.title': 'Workplaces',
  'indicator.workplaces.definition': 'Workplaces liable to inspection, on the last day of the period.',
  'indicator.workplaces.unit': 'workplaces',
  'indicator.inspectors.title': 'Inspectors',
  'indicator.inspectors.definition':
    'Inspectors in post with the power to enter workplaces, on the last day of the period; posts that are vacant do not count.',
  'indicator.inspectors.unit': 'inspectors',
  'indicator.inspections.title': 'Inspections',
  'indicator.inspections.definition':
    'Visits to a workplace at which at least one inspector looked into compliance. Two visits to one workplace are two.',
  'indicator.inspections.unit': 'inspections',
  'indicator.workplaces_inspected.title': 'Workplaces inspected',
  'indicator.workplaces_inspected.definition':
    'Of the workplaces liable to inspection, those inspected at least once in the period.',
  'indicator.workplaces_inspected.unit': 'workplaces',
  'indicator.unannounced.title': 'Inspections without notice',
  'indicator.unannounced.definition': 'Of the inspections, those of which nobody at the workplace was told before.',
  'indicator.unannounced.unit': 'inspections',
  'indicator.violations_found.title': 'Violations found',
  'indicator.violations_found.definition':
    'Violations that inspectors put on record in the period, each provision and workplace once.',
  'indicator.violations_found.unit': 'violations',
  'indicator.violations_remedied.title': 'Violations remedied',
  'indicator.violations_remedied.definition':
    'Of the violations found in the period, those reported as put right by its end, by whomever.',
  'indicator.violations_remedied.unit': 'violations',
  'indicator.violations_verified.title': 'Violations remedied and verified',
  'indicator.violations_verified.definition':
    'Of the violations found in the period, those that an inspector saw put right, at the workplace, by its end. A letter of correction does not count.',
  'indicator.violations_verified.unit': 'violations',
  'indicator.days_to_remedy.title': 'Days to remedy',
  'indicator.days_to_remedy.definition':
    'Days from the finding to the remedy, added up over all violations remedied; the rate is their mean.',
  'indicator.days_to_remedy.unit': 'days',
  'indicator.relapses.title': 'Relapses',
  'indicator.relapses.definition':
    'Of the violations verified as remedied, those found again at the same workplace within twelve months.',
  'indicator.relapses.unit': 'violations',
  'indicator.penalties_imposed.title': 'Penalties imposed',
  'indicator.penalties_imposed.definition':
    'Sum of the penalties imposed in the period for the violations found, before appeal.',
  'indicator.penalties_imposed.unit': 'US dollars',
  'indicator.penalties_collected.title': 'Penalties collected',
  'indicator.penalties_collected.definition':
    'Sum that was paid, by the end of the period, of the penalties imposed in it.',
  'indicator.penalties_collected.unit': 'US dollars',
  'indicator.workers_covered.title': 'Workers covered',
  'indicator.workers_covered.definition':
    'Workers employed in the workplaces that were inspected in the period, each counted once.',
  'indicator.workers_covered.unit': 'workers',
  'indicator.budget.title': 'Budget of inspection',
  'indicator.budget.definition': 'What was spent on labour inspection in the period: pay, travel and equipment.',
  'indicator.budget.unit': 'US dollars',
  'indicator.complaints_received.title': 'Complaints received',
  'indicator.complaints_received.definition':
    'Complaints of workers, or of those who speak for them, received in the period.',
  'indicator.complaints_received.unit': 'complaints',
  'indicator.complaints_closed.title': 'Complaints closed',
  'indicator.complaints_closed.definition':
    'Of the complaints received in the period, those closed by its end with an answer to whoever complained.',
  'indicator.complaints_closed.unit': 'complaints',
  'indicator.days_to_close.title': 'Days to close a complaint',
  'indicator.days_to_close.definition':
    'Days from the receipt to the answer, added up over all complaints closed; the rate is their mean.',
  'indicator.days_to_close.unit': 'days',
} as const
