import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'
import { type Mapping, sameHeader } from '../../shared/mapping.ts'
import { guessMapping } from '../../shared/mapping-guess.ts'
import type { Indicator } from '../../shared/record.ts'
import { asProblem, type Problem } from '../api.ts'
import type { Checked } from './check-file.ts'
import { reportWords } from './fault-words.ts'
import { FileFault } from './file-fault.ts'
import { check, scan } from './file-reader.ts'
import type { Work } from './import-job.ts'
import { draftOf, mappingOf } from './mapping-draft.ts'
import type { ImportBatch } from './records.ts'
import type { FileSeen, FormGiven } from './scan-file.ts'

/** What the importer must know of where the records go. */
export interface Destination {
  disclosureId: string
  team: string
  indicators: readonly Indicator[]
  /** What was said of the team's files before, newest first, and the names that files have for the team. */
  remembered: { batches: readonly Pick<ImportBatch, 'header' | 'mapping'>[]; aliases: readonly string[] }
}

/** A file on its way to becoming records: looked at, mapped, checked. It is given up when the page is left. */
export function createImporter(destination: () => Destination) {
  const [file, setFile] = createSignal<File>()
  const [seen, setSeen] = createSignal<FileSeen>()
  const [checked, setChecked] = createSignal<Checked>()
  const [progress, setProgress] = createSignal<{ done: number; total: number }>()
  const [fault, setFault] = createSignal<FileFault | Problem>()
  const [recalled, setRecalled] = createSignal(false)
  const [why, setWhy] = createSignal('')
  const [draft, setDraft] = createStore(draftOf({ only: [], words: {}, notes: [] }))
  let job = new AbortController()
  const tell = (done: number, total: number) => setProgress({ done, total })

  /** Runs one job at a time; a new one ends the one before. */
  const run = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> => {
    job.abort()
    job = new AbortController()
    const mine = job
    setFault(undefined)
    setProgress({ done: 0, total: 1 })
    try {
      return await work(mine.signal)
    } catch (thrown) {
      if (!mine.signal.aborted) setFault(thrown instanceof FileFault ? thrown : asProblem(thrown))
      return undefined
    } finally {
      if (mine === job) setProgress(undefined)
    }
  }
  const look = async (chosen: File, given: FormGiven) => {
    setChecked(undefined)
    const found = await run((signal) => scan(chosen, given, tell, signal))
    if (!found) return
    const before = seen()
    setSeen(found)
    if (before && sameHeader(before.header, found.header)) return
    const { remembered, indicators, team } = destination()
    const known = remembered.batches.find((batch) => sameHeader(batch.header, found.header))
    setRecalled(known !== undefined)
    setDraft(draftOf(known?.mapping ?? guessMapping(found.columns, indicators, team, remembered.aliases)))
  }
  /** Another file, or another sheet of the same: what its columns hold is asked anew. */
  const choose = (chosen: File, given: FormGiven = {}) => {
    setFile(chosen)
    setSeen(undefined)
    return look(chosen, given)
  }
  const reform = async (change: FormGiven) => {
    const now = seen()
    if (file() && now) await look(file()!, { ...now.form, ...change })
  }
  const mapping = createMemo<Mapping | undefined>(() => mappingOf(draft), undefined, {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  })
  const work = (): Work | undefined => {
    const [chosen, look, said] = [file(), seen(), mapping()]
    if (!chosen || !look || !said) return undefined
    const { indicators } = destination()
    const plain = structuredClone({ form: look.form, header: look.header, mapping: said, hash: look.hash, why: why() })
    return { ...plain, file: chosen, indicators: structuredClone(unwrap(indicators)), words: reportWords() }
  }
  createEffect(
    on([seen, mapping], () => {
      setChecked(undefined)
      const asked = work()
      if (!asked) return
      const soon = setTimeout(() => run((signal) => check(asked, tell, signal)).then(setChecked), 250)
      onCleanup(() => clearTimeout(soon))
    }),
  )
  const stop = () => {
    job.abort()
    setProgress(undefined)
  }
  const forget = () => {
    stop()
    setFile(undefined)
    setSeen(undefined)
    setChecked(undefined)
    setFault(undefined)
  }
  onCleanup(stop)
  return {
    file,
    seen,
    checked,
    progress,
    fault,
    recalled,
    why,
    setWhy,
    draft,
    setDraft,
    mapping,
    work,
    choose,
    reform,
    stop,
    forget,
  }
}

export type Importer = ReturnType<typeof createImporter>
