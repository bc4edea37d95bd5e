import type { publication as en } from '../en/publication.ts'

export const publication: Record<keyof typeof en, string> = {
  'publication.title': 'Registro público',
  'publication.site': 'Registro público · Parley',
  'publication.publicRecord': 'registro público',
  'publication.lede':
    'Lo que gobiernos, trabajadores y empleadores acordaron hacer, palabra por palabra; lo que constató un observador neutral; y lo que responden las partes. No hace falta cuenta.',
  'publication.nav': 'Registro público',
  'publication.allAgreements': 'Todos los acuerdos',
  'publication.workbench': 'Entrar en las páginas de trabajo',
  'publication.foot':
    'Este es el registro público de una instalación de Parley. No necesita ningún script ni guarda rastro de quién lo lee.',
  'publication.demo.title': 'Demostración.',
  'publication.demo.text':
    'Lo que lleva † lo dicen las fuentes nombradas al pie de la página. Todo lo demás es ilustrativo: personas, fechas, constataciones y respuestas se inventaron para mostrar cómo funciona Parley.',
  'publication.demo.sources':
    'De las dos obras que esta demostración representa: un artículo sobre la cooperación deliberativa apalancada en los acuerdos laborales y una propuesta de foros de equipos de investigación. Sus cifras se dan tal como allí figuran.',
  'publication.demonstration': 'demostración',

  'publication.agreements': 'Acuerdos',
  'publication.agreementsCaption': 'Todos los acuerdos cuya carta está en vigor',
  'publication.noAgreement':
    'Ningún acuerdo es público todavía. Un acuerdo aparece aquí en cuanto su carta está en vigor.',
  'publication.agreement': 'Acuerdo',
  'publication.parties': 'Partes',
  'publication.programmeInForce': 'Programa en vigor',
  'publication.changed': 'Último cambio',
  'publication.none': 'ninguno',

  'publication.agreementLede': 'El registro público del acuerdo entre {parties}.',
  'publication.signed': 'Firmado el {day}.',
  'publication.charterSince': 'Carta, versión {version}, en vigor desde el {day}.',
  'publication.lastChanged': 'Último cambio el {day}.',
  'publication.period': 'Del {from} al {until}.',
  'publication.commitmentCount': '{count, plural, one {# compromiso.} other {# compromisos.}}',
  'publication.noProgramme':
    'Hoy no hay ningún programa en vigor. Un programa se publica en cuanto las delegaciones han dado su conformidad y queda bloqueado.',
  'publication.otherProgrammes': 'Otros programas',
  'publication.whoTakesPart': 'Quién participa',
  'publication.delegationsCaption': 'Las delegaciones de cada parte, por las letras que las señalan en todas partes',
  'publication.nobodyNamed':
    'Aquí hablan delegaciones, no personas: en este registro no se nombra a nadie que integre una delegación o un equipo ni a nadie entrevistado. Los lugares de trabajo solo aparecen de forma agregada.',
  'publication.fora': 'Foros',
  'publication.foraCaption': 'Los foros periódicos, del más reciente al más antiguo',
  'publication.noForum': 'Todavía no se ha convocado ningún foro.',
  'publication.forum': 'Foro',
  'publication.stage': 'Etapa',
  'publication.closedOn': 'Clausurado el {day}',
  'publication.closesOn': '{stage}; se clausura el {day}',
  'publication.records': 'Registros',
  'publication.sealed': 'Sellados hasta que se abra la comparación',
  'publication.programme': 'Programa',
  'publication.charter': 'La carta en palabras sencillas',
  'publication.delegation': '{party} ({side})',

  'publication.programmeLede':
    'Partes: {parties}. Lo que acordaron hacer del {from} al {until}, lo que constató un observador neutral y lo que responden.',
  'publication.inForceUntil': 'En vigor hasta el {day}.',
  'publication.inForceFrom': 'En vigor a partir del {day}.',
  'publication.wasInForce': 'Estuvo en vigor hasta el {day}.',
  'publication.neverInForce': 'Sustituido por un programa posterior antes de empezar.',
  'publication.check': 'Comprobar esta página',
  'publication.inBrief': 'En breve',
  'publication.briefCaption':
    '{count, plural, one {Un compromiso, juzgado} other {# compromisos, cada uno juzgado}} según dos preguntas separadas: ¿se hacen los mejores esfuerzos?, ¿se está alcanzando la meta?',
  'publication.whatDepends': 'Lo que depende de ello',
  'publication.answersFor': 'Parte responsable: {party}, {office}. Plazo: {day}.',
  'publication.allOfCommitment': 'Todo lo que se dijo del compromiso {number}',
  'publication.monitorFound': 'Constatación del observador, {day}',
  'publication.figure': 'Cifra: {value} ({unit}), a {day}.',
  'publication.replied': 'Respuesta: {who}, {day}',
  'publication.whoAgreed': 'Quién dio su conformidad',
  'publication.whoAgreedCaption': 'Lo que dijo cada delegación del texto bloqueado el {when}',
  'publication.saidWhy': '{who}: {stance}',
  'publication.checkText':
    'El texto acordado quedó bloqueado el {when}, como lectura {reading}. Nunca cambia: un solo carácter cambiado daría otra suma distinta de esta.',
  'publication.checkHow':
    'Para comprobarlo usted mismo, descargue el texto exacto que se sumó y calcule su SHA-256 con cualquier programa, por ejemplo sha256sum:',
  'publication.ownLanguage':
    'El texto acordado, las constataciones, los informes y las respuestas figuran en la lengua en que se escribieron.',

  'publication.commitmentLede':
    'Compromiso {number} de «{programme}», con todo lo que se ha dicho de él desde entonces.',
  'publication.wholeProgramme': 'El programa entero',
  'publication.stateIs': 'Estado',
  'publication.agreedText': 'Texto acordado',
  'publication.beforeForum': 'Esta constatación llegó al foro {label}.',

  'publication.comparisonOf': 'Comparación, {forum}',
  'publication.axis.implementation': 'Mejores esfuerzos',
  'publication.axis.outcome': 'Meta',
  'publication.comparisonTitle': 'Lo que divulgaron los equipos para el foro {forum}',
  'publication.comparisonLede':
    '{teams, plural, one {Una divulgación, sellada} other {# divulgaciones, todas selladas}} hasta el {when} y abiertas después para todos en el mismo instante. Lo semejante se pone junto a lo semejante; donde los registros no se pueden comparar, se da la razón.',
  'publication.neverZero': 'Un registro que falta dice por qué; nunca es un cero.',
  'publication.nothingDisclosed': 'Ningún equipo había presentado nada cuando se abrió la comparación.',
  'publication.sideBySide': 'Lado a lado',
  'publication.onlyFirst':
    'Las primeras {shown} filas de {asked}. Los enlaces a los datos de abajo permiten pedir las demás.',
  'publication.periods': 'Otros períodos',
  'publication.latest': 'El último de cada uno',
  'publication.filedNothing': 'No presentaron nada: {teams}.',
  'publication.column.team': 'Equipo',
  'publication.column.figure': 'Cifra',
  'publication.column.counted': 'Recuento',
  'publication.column.verdict': 'Comparación',

  'publication.data': 'El mismo contenido como datos',
  'publication.dataOf': '{name}:',
  'publication.csvForExcel': 'CSV para Excel',
  'publication.openapi': 'Descripción de todos los datos para programas (OpenAPI)',
  'publication.table.programmes': 'Programas',
  'publication.table.fora': 'Foros',
  'publication.table.delegations': 'Delegaciones',
  'publication.table.charter': 'Carta',
  'publication.table.commitments': 'Compromisos',
  'publication.table.findings': 'Constataciones y respuestas',
  'publication.table.reports': 'Informes',
  'publication.table.concurrences': 'Lo que dijeron las delegaciones',
  'publication.table.comparison': 'Registros comparados',

  'publication.notFound.title': 'No está en el registro público',
  'publication.notFound.text':
    'No hay nada en esta dirección, o todavía no es público. Los programas se publican cuando quedan bloqueados, las constataciones cuando el observador las publica, los registros cuando se abre la comparación.',
  'publication.notFound.act': 'Ir al registro público',
}
