import type { method as en } from '../en/method.ts'

export const method: Record<keyof typeof en, string> = {
  'method.title': 'Méthodes',
  'method.lede':
    'La manière de travailler de chaque équipe. Une méthode est déposée avec les données et scellée avec elles ; elle est ouverte ici au même instant.',
  'method.team': 'Équipe',
  'method.latest': 'Dernière version',
  'method.filedFor': 'Déposée pour',
  'method.notFiled': 'pas encore déposée',
  'method.versions': 'Versions',
  'method.noneOpen': 'rien d’ouvert pour l’instant',
  'method.noTeams': 'Cet accord n’a pas d’équipe.',
  'method.of': 'Méthode de {team}',
  'method.ownLede':
    'Votre équipe rédige ici sa méthode en commun. Nul autre ne la lit avant l’ouverture d’une divulgation déposée avec elle.',
  'method.otherLede': 'Les versions que cette équipe a déposées, dans la mesure où elles sont ouvertes.',
  'method.all': 'Toutes les méthodes',
  'method.write': 'Rédiger la méthode en commun',
  'method.beginLede':
    'Tous les membres de votre équipe écrivent en même temps dans le même texte. Au dépôt de la divulgation, le texte de cet instant est déposé avec elle comme version.',
  'method.begin': 'Commencer le texte',
  'method.text': 'Texte de la méthode',
  'method.placeholder': 'Comment une visite est choisie, annoncée ou non, menée, consignée et suivie.',
  'method.liveNote':
    'Le dépôt prend le texte tel qu’il est à cet instant. Ce que vous écrivez ensuite reste à votre équipe.',
  'method.rename': 'Changer le nom',
  'method.renamed': 'La méthode porte son nouveau nom. Les versions déposées gardent le leur.',
  'method.filed': 'Versions',
  'method.noneFiled': 'Rien n’est encore déposé. La première divulgation de votre équipe fera la première version.',
  'method.noneOpenYet': 'Aucune version de cette équipe n’est encore ouverte.',
  'method.version': 'Version',
  'method.written': 'Rédigée',
  'method.versionNumber': 'Version {version}',
  'method.from': 'Comparer',
  'method.to': 'avec',
  'method.compare': 'Montrer ce qui a changé',
  'method.between': 'De la version {from} à la version {to}',
  'method.changed':
    '{count, plural, =0 {Aucun paragraphe ne diffère.} one {Un paragraphe diffère.} other {# paragraphes diffèrent.}}',
  'method.isLive': 'Votre équipe rédige sa méthode en direct. Ce qui s’y trouve est déposé avec les données.',
  'method.open': 'Rédiger la méthode',
}
