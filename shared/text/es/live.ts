import type { live as en } from '../en/live.ts'

export const live: Record<keyof typeof en, string> = {
  'live.title': 'Texto en vivo',
  'live.saved': '<b>Guardado</b> hasta las {time}',
  'live.savedNothingYet': '<b>Guardado</b>',
  'live.sending': 'Guardando…',
  'live.opening': 'Abriendo…',
  'live.offline':
    '<b>Sin conexión</b>{since, select, none {} other { desde las {since}}}{count, plural, =0 {} one {; # cambio espera en este equipo} other {; # cambios esperan en este equipo}}',
  'live.refused': '<b>Rechazado</b>: {why}',
  'live.refusedWaiting': '{count, plural, one {# cambio está} other {# cambios están}} únicamente en este equipo.',
  'live.retry': 'Intentar de nuevo',
  'live.spoken.saved': 'Guardado',
  'live.spoken.offline': 'Sin conexión. Lo que escriba espera en este equipo.',
  'live.here': 'En este texto ahora',
  'live.hereMore': 'y {count, plural, one {# más} other {# más}}',
  'live.you': 'usted',
  'live.writingHere': '{name} está escribiendo aquí',
  'live.changedBy': 'Texto modificado por: {names}.',
  'live.changed': 'El texto ha cambiado.',
  'live.editor.toolbar': 'Formato de: {label}',
  'live.editor.bold': 'Negrita',
  'live.editor.italic': 'Cursiva',
  'live.editor.heading': 'Título',
  'live.editor.subheading': 'Subtítulo',
  'live.editor.bulletList': 'Lista con viñetas',
  'live.editor.orderedList': 'Lista numerada',
  'live.editor.quote': 'Cita',
  'live.editor.undo': 'Deshacer',
  'live.editor.redo': 'Rehacer',
  'live.editor.tooLong':
    'Es demasiado largo para pegarlo de una vez. Péguelo en partes de {max} caracteres como máximo.',
}
