import { spawn } from 'node:child_process'

/** `npm run dev`: the server with the demonstration's data on 3000, restarted on change, and Vite on 5173 before it. */
const run = (command: string, args: string[]) =>
  spawn(command, args, { stdio: 'inherit', env: { ...process.env, PUBLIC_URL: 'http://localhost:5173' } })

const children = [
  run('node', ['--watch', '--watch-path=server', '--watch-path=shared', 'server/main.ts', '--demo']),
  run('vite', []),
]
for (const child of children)
  child.on('exit', (code) => {
    for (const other of children) other.kill()
    process.exit(code ?? 0)
  })
