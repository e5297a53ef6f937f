import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The address of a server to develop against, such as one started by `npm start`. */
const server = 'http://127.0.0.1:4000'

export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [react()],
  resolve: {
    // The console imports the client's sources under its package name.
    alias: [
      { find: /^assay\/client$/, replacement: resolve(import.meta.dirname, '../client/index.ts') },
      { find: /^assay\/client\/(.*)$/, replacement: resolve(import.meta.dirname, '../client/$1.ts') },
    ],
  },
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    // Every supported browser preloads modules itself.
    modulePreload: { polyfill: false },
    // Inlined assets would need an exception in the content security policy.
    assetsInlineLimit: 0,
    // In kilobytes before compression. The libraries alone have half a megabyte.
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: {
      '/graphql': { target: server, ws: true },
      '/uploads': server,
      '/sandbox': server,
    },
  },
})
