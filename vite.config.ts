import { constants } from 'node:zlib';
import { defineConfig } from 'vite';
import { compression, defineAlgorithm } from 'vite-plugin-compression2';
import { SOURCES } from './src/web/assets.ts';

// Two builds from one file: the browser's assets (hashed, precompressed) and, with --ssr, the server.
export default defineConfig(({ isSsrBuild }) => ({
  // Icons and the social card keep their names; everything else the browser gets is hashed.
  publicDir: isSsrBuild ? false : 'src/assets/icons',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: isSsrBuild
    ? []
    : [
        compression({
          include: /\.(js|css|svg|json)$/,
          threshold: 512,
          algorithms: [
            defineAlgorithm('brotliCompress', { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
            defineAlgorithm('gzip', { level: 9 }),
          ],
        }),
      ],
  build: isSsrBuild
    ? {
        outDir: 'dist/server',
        target: 'node26',
        sourcemap: true,
        emptyOutDir: true,
        rolldownOptions: { input: ['src/serve.ts', 'src/people.ts'] },
      }
    : {
        outDir: 'dist/client',
        target: 'esnext',
        manifest: true,
        emptyOutDir: true,
        assetsInlineLimit: 0,
        rolldownOptions: {
          input: SOURCES,
        },
      },
}));
