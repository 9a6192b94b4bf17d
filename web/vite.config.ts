import { defineConfig } from 'vite';

/** The cockpit is served by the API below /cockpit, from dist/web. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/cockpit/',
  build: {
    ...{ target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false },
    rolldownOptions: {
      // "use client" in the files of a library means nothing in a bundle that is all client.
      onLog: (level, log, handle) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : handle(level, log)),
    },
  },
});
