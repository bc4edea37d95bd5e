import type { live as en } from '../en/live.ts'

export const live: Record<keyof typeof en, string> = {
  'live.title': 'Texte en direct',
  'live.saved': '<b>Enregistré</b> jusqu’à {time}',
  'live.savedNothingYet': '<b>Enregistré</b>',
  'live.sending': 'Enregistrement…',
  'live.opening': 'Ouverture…',
  'live.offline':
    '<b>Hors ligne</b>{since, select, none {} other { depuis {since}}}{count, plural, =0 {} one { ; # modification attend sur cet appareil} other { ; # modifications attendent sur cet appareil}}',
  'live.refused': '<b>Refusé</b> : {why}',
  'live.refusedWaiting':
    '{count, plural, one {# modification se trouve} other {# modifications se trouvent}} uniquement sur cet appareil.',
  'live.retry': 'Réessayer',
  'live.spoken.saved': 'Enregistré',
  'live.spoken.offline': 'Hors ligne. Ce que vous écrivez attend sur cet appareil.',
  'live.here': 'Dans ce texte en ce moment',
  'live.hereMore': 'et {count, plural, one {# autre} other {# autres}}',
  'live.you': 'vous',
  'live.writingHere': '{name} écrit ici',
  'live.changedBy': 'Texte modifié par : {names}.',
  'live.changed': 'Le texte a été modifié.',
  'live.editor.toolbar': 'Mise en forme : {label}',
  'live.editor.bold': 'Gras',
  'live.editor.italic': 'Italique',
  'live.editor.heading': 'Titre',
  'live.editor.subheading': 'Sous-titre',
  'live.editor.bulletList': 'Liste à puces',
  'live.editor.orderedList': 'Liste numérotée',
  'live.editor.quote': 'Citation',
  'live.editor.undo': 'Annuler',
  'live.editor.redo': 'Rétablir',
  'live.editor.tooLong':
    'C’est trop long pour être collé en une fois. Collez-le par parties de {max} caractères au plus.',
}
