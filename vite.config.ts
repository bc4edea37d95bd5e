import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'

export default defineConfig({
  root: 'client',
  plugins: [solid()],
  build: { outDir: '../dist', emptyOutDir: true, manifest: true, sourcemap: false, target: 'es2022', modulePreload: { polyfill: false } },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:3000', '/sync': { target: 'ws://127.0.0.1:3000', ws: true } } },
})
