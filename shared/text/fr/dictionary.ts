import type { dictionary as en } from '../en/dictionary.ts'

export const dictionary: Record<keyof typeof en, string> = {
  'dictionary.indicator': 'Code de l’indicateur ; sa définition est dans la table des indicateurs.',
  'dictionary.code': 'Code de l’indicateur, par lequel les autres tables le nomment.',
  'dictionary.title': 'Nom de l’indicateur.',
  'dictionary.definition': 'Ce qui est compté. Cela ne change jamais : une autre définition est un autre indicateur.',
  'dictionary.unit': 'Unité de la valeur.',
  'dictionary.direction': 'Le sens qui est meilleur pour les travailleurs.',
  'dictionary.nature':
    'Le hasard auquel le chiffre est soumis : une part de cas, des événements, ou un montant dont on ne sait rien.',
  'dictionary.grain': 'La durée que couvre un chiffre.',
  'dictionary.source': 'D’où viennent la définition ou les chiffres.',
  'dictionary.family':
    'Les indicateurs d’une famille parlent de la même chose, selon d’autres définitions ou d’autres sources.',
  'dictionary.library': 'L’entrée de la bibliothèque d’indicateurs dont il est tiré.',
  'dictionary.valid_from': 'Première période pour laquelle on peut le demander.',
  'dictionary.valid_to': 'Dernière période pour laquelle on peut le demander.',
  'dictionary.breaks': 'À partir de quelles périodes ses chiffres sont autre chose qu’avant, et pourquoi.',
  'dictionary.period': 'Le temps dont parle la ligne : 2019, 2019-H2, 2019-Q3, 2019-04.',
  'dictionary.team': 'L’équipe ou l’inspection qui a divulgué le chiffre.',
  'dictionary.teams': 'De combien d’équipes le total additionne les chiffres, y compris ceux qui sont masqués.',
  'dictionary.record_period': 'Le temps que couvre le chiffre, s’il diffère de celui de la ligne.',
  'dictionary.value': 'Le chiffre tel que divulgué ; vide s’il n’y en a pas, jamais zéro pour cela.',
  'dictionary.value_unit': 'Unité de ce chiffre, si elle diffère de celle de l’indicateur.',
  'dictionary.denominator': 'Code de l’indicateur auquel le taux se rapporte.',
  'dictionary.denominator_value': 'Le chiffre par lequel la valeur est divisée.',
  'dictionary.rate': 'Valeur divisée par le dénominateur, fois rate_per ; calculée, jamais saisie.',
  'dictionary.rate_per': 'Pour combien d’unités du dénominateur le taux est donné ; 100 est un pourcentage.',
  'dictionary.missing':
    'Pourquoi il n’y a pas de chiffre. Suppressed : retenu, ou masqué parce qu’il est petit ou en révélerait un petit.',
  'dictionary.interval_low': 'Borne inférieure de l’intervalle de ce qui est comparé.',
  'dictionary.interval_high': 'Borne supérieure de cet intervalle.',
  'dictionary.interval_level': 'Niveau de confiance de l’intervalle.',
  'dictionary.interval_kind':
    'Comment il a été calculé : intervalle de score de Wilson pour les parts, intervalle de Poisson exact pour les événements.',
  'dictionary.verdict': 'Si le chiffre peut être placé à côté des autres de sa ligne.',
  'dictionary.because': 'Pourquoi il ne le peut pas.',
  'dictionary.standing':
    'Sa place parmi ses pairs comparables : en retard seulement si un pair est meilleur au-delà du hasard.',
  'dictionary.gap': 'Sa distance au pair sur lequel il est en retard.',
  'dictionary.behind_team': 'Ce pair.',
  'dictionary.method': 'La façon de travailler de l’équipe dont vient le chiffre.',
  'dictionary.method_version': 'Version de cette méthode.',
  'dictionary.illustrative': 'Si les chiffres sont des exemples et ne relèvent rien de réel.',
}
