import type { indicator as en } from '../en/indicator.ts'

export const indicator: Record<keyof typeof en, string> = {
  'indicator.source.c81': 'Según el artículo 21 del Convenio sobre la inspección del trabajo, 1947 (núm. 81)',
  'indicator.source.own': 'Definición de la biblioteca de indicadores',
  'indicator.workers.title': 'Trabajadores',
  'indicator.workers.definition':
    'Trabajadores empleados en los establecimientos sujetos a inspección, en el último día del período.',
  'indicator.workers.unit': 'trabajadores',
  'indicator.workplaces.title': 'Establecimientos',
  'indicator.workplaces.definition': 'Establecimientos sujetos a inspección, en el último día del período.',
  'indicator.workplaces.unit': 'establecimientos',
  'indicator.inspectors.title': 'Inspectores',
  'indicator.inspectors.definition':
    'Inspectores en funciones con facultad para entrar en los establecimientos, en el último día del período; los puestos vacantes no cuentan.',
  'indicator.inspectors.unit': 'inspectores',
  'indicator.inspections.title': 'Inspecciones',
  'indicator.inspections.definition':
    'Visitas a un establecimiento en las que al menos un inspector examinó el cumplimiento. Dos visitas al mismo establecimiento son dos.',
  'indicator.inspections.unit': 'inspecciones',
  'indicator.workplaces_inspected.title': 'Establecimientos inspeccionados',
  'indicator.workplaces_inspected.definition':
    'De los establecimientos sujetos a inspección, los inspeccionados al menos una vez en el período.',
  'indicator.workplaces_inspected.unit': 'establecimientos',
  'indicator.unannounced.title': 'Inspecciones sin aviso',
  'indicator.unannounced.definition':
    'De las inspecciones, aquellas de las que nadie en el establecimiento fue avisado antes.',
  'indicator.unannounced.unit': 'inspecciones',
  'indicator.violations_found.title': 'Infracciones halladas',
  'indicator.violations_found.definition':
    'Infracciones que los inspectores hicieron constar en el período, una vez por disposición y establecimiento.',
  'indicator.violations_found.unit': 'infracciones',
  'indicator.violations_remedied.title': 'Infracciones corregidas',
  'indicator.violations_remedied.definition':
    'De las infracciones halladas en el período, las declaradas corregidas antes de su fin, por quien sea.',
  'indicator.violations_remedied.unit': 'infracciones',
  'indicator.violations_verified.title': 'Infracciones corregidas y verificadas',
  'indicator.violations_verified.definition':
    'De las infracciones halladas en el período, aquellas cuya corrección vio un inspector, en el lugar, antes de su fin. Una carta de corrección no cuenta.',
  'indicator.violations_verified.unit': 'infracciones',
  'indicator.days_to_remedy.title': 'Días hasta la corrección',
  'indicator.days_to_remedy.definition':
    'Días desde el hallazgo hasta la corrección, sumados para todas las infracciones corregidas; la tasa es su media.',
  'indicator.days_to_remedy.unit': 'días',
  'indicator.relapses.title': 'Recaídas',
  'indicator.relapses.definition':
    'De las infracciones de corrección verificada, las halladas de nuevo en el mismo establecimiento en menos de doce meses.',
  'indicator.relapses.unit': 'infracciones',
  'indicator.penalties_imposed.title': 'Sanciones impuestas',
  'indicator.penalties_imposed.definition':
    'Suma de las sanciones impuestas en el período por las infracciones halladas, antes de recurso.',
  'indicator.penalties_imposed.unit': 'dólares de los Estados Unidos',
  'indicator.penalties_collected.title': 'Sanciones cobradas',
  'indicator.penalties_collected.definition': 'Suma pagada, al final del período, de las sanciones impuestas en él.',
  'indicator.penalties_collected.unit': 'dólares de los Estados Unidos',
  'indicator.workers_covered.title': 'Trabajadores cubiertos',
  'indicator.workers_covered.definition':
    'Trabajadores empleados en los establecimientos inspeccionados en el período, cada uno contado una vez.',
  'indicator.workers_covered.unit': 'trabajadores',
  'indicator.budget.title': 'Presupuesto de inspección',
  'indicator.budget.definition': 'Lo gastado en inspección del trabajo en el período: salarios, viajes y equipo.',
  'indicator.budget.unit': 'dólares de los Estados Unidos',
  'indicator.complaints_received.title': 'Quejas recibidas',
  'indicator.complaints_received.definition':
    'Quejas de trabajadores, o de quienes hablan por ellos, recibidas en el período.',
  'indicator.complaints_received.unit': 'quejas',
  'indicator.complaints_closed.title': 'Quejas cerradas',
  'indicator.complaints_closed.definition':
    'De las quejas recibidas en el período, las cerradas antes de su fin con una respuesta a quien se quejó.',
  'indicator.complaints_closed.unit': 'quejas',
  'indicator.days_to_close.title': 'Días para cerrar una queja',
  'indicator.days_to_close.definition':
    'Días desde la recepción hasta la respuesta, sumados para todas las quejas cerradas; la tasa es su media.',
  'indicator.days_to_close.unit': 'días',
}
