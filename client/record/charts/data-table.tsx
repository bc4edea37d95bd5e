import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js'

/**
 * The table under a chart, which says the same. It is made when somebody opens it or prints the page: a hundred closed
 * tables cost nothing.
 */
export function DataTable(props: { summary: string; open?: boolean | undefined; children: JSX.Element }): JSX.Element {
  const [made, setMade] = createSignal(props.open === true)
  onMount(() => {
    const make = () => setMade(true)
    const paper = matchMedia('print')
    const onPaper = () => paper.matches && make()
    onPaper()
    paper.addEventListener('change', onPaper)
    addEventListener('beforeprint', make)
    onCleanup(() => {
      paper.removeEventListener('change', onPaper)
      removeEventListener('beforeprint', make)
    })
  })
  return (
    <details
      class="disclose chart-table"
      open={props.open}
      onToggle={(event) => event.currentTarget.open && setMade(true)}
    >
      <summary>{props.summary}</summary>
      <Show when={made()}>{props.children}</Show>
    </details>
  )
}
