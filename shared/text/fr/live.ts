import type { live as en } from '../en/live.ts'

export const live: Record<keyof typeof en, string> = {
  'live.title': 'Texte en direct',
  'live.saved': '<b>Enregistré</b> jusqu’à {time}',
  'live.savedNothingYet': '<b>Enregistré</b>',
  'live.sending': 'Envoi…',
  'live.opening': 'Ouverture…',
  'live.offline':
    '<b>Hors ligne</b>{since, select, none {} other { depuis {since}}}{count, plural, =0 {} one { ; # modification attend sur cet appareil} other { ; # modifications attendent sur cet appareil}}',
  'live.refused': '<b>Refusé</b>, car : {why}',
  'live.refusedWaiting':
    '{count, plural, one {# modification se trouve} other {# modifications se trouvent}} uniquement sur cet appareil.',
  'live.retry': 'Réessayer',
  'live.spoken.saved': 'Enregistré',
  'live.spoken.offline': 'Hors ligne. Ce que vous écrivez attend sur cet appareil.',
  'live.proposed': '<b>Gardé comme votre proposition</b> : arrivé après la clôture du texte',
  'live.unable':
    '<b>Pas encore enregistré</b> : le service ne peut pas enregistrer pour le moment{count, plural, =0 {} one { ; # modification attend sur cet appareil} other { ; # modifications attendent sur cet appareil}}',
  'live.slow':
    'Connexion lente : les modifications passent toutes les quelques secondes, et vous ne voyez pas qui d’autre est ici.',
  'live.spoken.proposed':
    'Ce que vous avez écrit est arrivé après la clôture du texte. C’est gardé comme votre proposition.',
  'live.spoken.unable':
    'Le service ne peut pas enregistrer pour le moment. Ce que vous écrivez attend sur cet appareil.',
  'live.keep.title': 'Travailler sans réseau',
  'live.keep.ask':
    'Ce navigateur peut-il garder le texte sur cet appareil, à votre nom, pour que vous puissiez fermer la page sans réseau et ne rien perdre ? Répondez non sur un appareil partagé. Tout est effacé quand vous vous déconnectez.',
  'live.keep.yes': 'Garder mon travail sur cet appareil',
  'live.keep.no': 'Ne rien garder ici',
  'live.keep.change': 'Vous pouvez changer cela sur la page de votre compte.',
  'live.keep.explain':
    'Les textes que vous ouvrez restent lisibles et modifiables ici sans réseau. Ils sont effacés quand vous vous déconnectez, sauf les modifications qu’aucun serveur n’a encore.',
  'live.keep.staying':
    '{count, plural, one {Un texte reste sur cet appareil : il contient des modifications qu’aucun serveur n’a encore. Ouvrez-le avec un réseau, puis désactivez à nouveau.} other {# textes restent sur cet appareil : ils contiennent des modifications qu’aucun serveur n’a encore. Ouvrez-les avec un réseau, puis désactivez à nouveau.}}',
  'live.keep.wiped': 'Plus rien de vos textes n’est gardé sur cet appareil.',
  'live.proposal.title': 'Votre proposition du {when}',
  'live.proposal.why':
    'Ce que vous avez écrit est arrivé quand le texte n’acceptait plus rien. Ce n’est pas dans le texte. Vous seul pouvez le voir.',
  'live.proposal.isIn': 'Le texte contient déjà tout cela.',
  'live.proposal.partial': 'Une partie repose sur des mots qui ne sont jamais arrivés et ne peut pas être affichée.',
  'live.proposal.see': 'La voir côte à côte avec le texte',
  'live.proposal.against': 'Côte à côte avec',
  'live.proposal.against.before': 'Le texte quand vous écriviez',
  'live.proposal.against.now': 'Le texte tel qu’il est maintenant',
  'live.proposal.mine': 'Vos mots',
  'live.proposal.inserted': '(inséré :)',
  'live.proposal.deleted': '(supprimé :)',
  'live.proposal.nothing': '(rien)',
  'live.proposal.restyled': 'Mêmes mots, présentés autrement',
  'live.proposal.same': 'Il n’y a aucune différence.',
  'live.proposal.copy': 'Copier vos mots',
  'live.proposal.copied': 'Vos mots sont copiés.',
  'live.proposal.putIn': 'L’insérer dans le texte',
  'live.proposal.isPutIn': 'Votre proposition est maintenant dans le texte, comme votre modification.',
  'live.proposal.discard': 'L’abandonner',
  'live.proposal.discardWhy':
    'Le serveur n’en garde aucune autre copie. Copiez d’abord vos mots si vous pouvez en avoir besoin.',
  'live.proposal.discarded': 'La proposition est abandonnée.',
  'live.proposal.body': 'Texte',
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
