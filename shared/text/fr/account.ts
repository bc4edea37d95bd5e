import type { account as en } from '../en/account.ts'

export const account: Record<keyof typeof en, string> = {
  'account.title': 'Votre compte',
  'account.email': 'Adresse électronique',
  'account.password': 'Mot de passe',
  'account.name': 'Votre nom',
  'account.nameHint':
    'Tel qu’il figurera à côté de ce que vous faites : au registre, dans les discussions, dans la liste des sièges.',
  'account.passwordHint':
    'Au moins 12 caractères, et pas votre adresse. Trois ou quatre mots sans lien entre eux se retiennent bien.',
  'account.signIn.title': 'Se connecter',
  'account.signIn.lede': 'Les sièges sont donnés par le secrétariat d’un accord ; on ne s’inscrit pas soi-même.',
  'account.signIn.act': 'Se connecter',
  'account.open.title': 'Sans compte',
  'account.open.read':
    '<a>Lire le dossier public</a> : les accords, leurs programmes, les constatations et les réponses',

  'account.invitation.title': 'Invitation',
  'account.invitation.closedTitle': 'Ce lien n’ouvre rien',
  'account.invitation.toSignIn': 'Se connecter',
  'account.invitation.first': 'Ce lien crée le premier compte de cette installation. Il pourra créer des accords.',
  'account.invitation.seat': '{name}, vous êtes invité(e) à « {agreement} » comme suit : {seat}.',
  'account.invitation.of': '{seat}, {of}',
  'account.invitation.until': 'Le lien s’ouvre une seule fois, jusqu’au {when}.',
  'account.invitation.accept': 'Accepter et créer mon compte',
  'account.invitation.acceptSeat': 'Accepter le siège',
  'account.invitation.hasAccount':
    'Il y a déjà un compte pour {email}. Connectez-vous avec ce compte, puis acceptez le siège.',
  'account.invitation.elsewhere':
    'Vous êtes connecté(e) comme {name}. Cette invitation est pour {email} : déconnectez-vous d’abord, pour que personne ne l’accepte à la place d’un autre.',
  'account.invitation.accepted': 'Vous y êtes.',

  'account.you': 'Vous',
  'account.administrator': 'Vous pouvez créer des accords sur cette installation.',
  'account.change.title': 'Mot de passe',
  'account.change.current': 'Mot de passe actuel',
  'account.change.next': 'Nouveau mot de passe',
  'account.change.act': 'Changer le mot de passe',
  'account.change.done': 'Le mot de passe est changé. Toutes les autres sessions ont pris fin.',
  'account.sessions.title': 'Où vous êtes connecté(e)',
  'account.sessions.device': 'Appareil',
  'account.sessions.since': 'Connexion',
  'account.sessions.seen': 'Vu la dernière fois',
  'account.sessions.act': 'Y mettre fin',
  'account.sessions.this': 'celle-ci',
  'account.sessions.unknown': 'Un appareil qui ne dit pas ce qu’il est',
  'account.sessions.end': 'Mettre fin',
  'account.sessions.endNamed': 'Mettre fin à la session sur {device}',
  'account.sessions.ended': 'La session a pris fin.',
  'account.look.title': 'Langue, clair ou sombre',
}
