import type { method as en } from '../en/method.ts'

export const method: Record<keyof typeof en, string> = {
  'method.title': 'Métodos',
  'method.lede':
    'Cómo trabaja cada equipo. Un método se presenta con los datos y se sella con ellos; aquí se abre en el mismo instante.',
  'method.team': 'Equipo',
  'method.latest': 'Última versión',
  'method.filedFor': 'Presentado para',
  'method.notFiled': 'aún no presentado',
  'method.versions': 'Versiones',
  'method.noneOpen': 'aún nada abierto',
  'method.noTeams': 'Este acuerdo no tiene equipos.',
  'method.of': 'Método de {team}',
  'method.ownLede':
    'Su equipo redacta aquí su método en común. Nadie más lo lee antes de que se abra una divulgación presentada con él.',
  'method.otherLede': 'Las versiones que este equipo presentó, en la medida en que están abiertas.',
  'method.all': 'Todos los métodos',
  'method.write': 'Redactar el método en común',
  'method.beginLede':
    'Todos los miembros de su equipo escriben a la vez en el mismo texto. Al presentar la divulgación, el texto de ese momento se presenta con ella como versión.',
  'method.begin': 'Empezar el texto',
  'method.text': 'Texto del método',
  'method.placeholder': 'Cómo se elige una visita, si se anuncia o no, cómo se hace, se anota y se sigue.',
  'method.liveNote':
    'La presentación toma el texto tal como está en ese momento. Lo que escriba después queda en su equipo.',
  'method.rename': 'Cambiar el nombre',
  'method.renamed': 'El método lleva su nuevo nombre. Las versiones presentadas conservan el suyo.',
  'method.filed': 'Versiones',
  'method.noneFiled': 'Aún no se ha presentado nada. La primera divulgación de su equipo hará la primera versión.',
  'method.noneOpenYet': 'Aún no está abierta ninguna versión de este equipo.',
  'method.version': 'Versión',
  'method.written': 'Redactado',
  'method.versionNumber': 'Versión {version}',
  'method.from': 'Comparar',
  'method.to': 'con',
  'method.compare': 'Mostrar lo que cambió',
  'method.between': 'De la versión {from} a la versión {to}',
  'method.changed':
    '{count, plural, =0 {Ningún párrafo difiere.} one {Un párrafo difiere.} other {# párrafos difieren.}}',
  'method.isLive': 'Su equipo redacta su método en directo. Lo que contiene se presenta con los datos.',
  'method.open': 'Redactar el método',
}
