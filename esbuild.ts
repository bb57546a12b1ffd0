// Bundles the extension and the command line. Libraries that are imported late end up in chunks of
// their own, so that the entry bundle stays small and start-up reads nothing it does not need.
import { rm } from 'node:fs/promises';
import { type BuildOptions, build, context } from 'esbuild';

const options: BuildOptions = {
  entryPoints: {
    extension: 'src/extension.ts',
    cli: 'src/cli.ts',
    minutesWorker: 'src/editor/meetings/minutesWorker.ts',
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  // VS Code 1.100, the oldest supported, runs extensions on Node 20.
  target: 'node20',
  external: ['vscode'],
  // Its main file asks for its parts in a way that no bundler can follow.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  // Some libraries' CommonJS looks for its parts at run time, which no bundle has; their modules import them.
  mainFields: ['module', 'main'],
  minify: !process.argv.includes('--watch'),
  sourcemap: process.argv.includes('--watch'),
  // Libraries in CommonJS call require() for Node's own modules.
  banner: {
    js: "import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta.url);",
  },
  chunkNames: 'chunks/[name]-[hash]',
  metafile: process.argv.includes('--metafile'),
  logLevel: 'info',
};

/** The scripts of pages: each in one file, for a webview's or a browser's `<script>`. */
const pages: BuildOptions = {
  entryPoints: { webview: 'src/pages/webview.ts', site: 'src/pages/site.ts' },
  outdir: 'dist/pages',
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  tsconfig: 'src/pages/tsconfig.json',
  minify: !process.argv.includes('--watch'),
  logLevel: 'info',
};

if (process.argv.includes('--watch')) {
  for (const each of [options, pages]) await (await context(each)).watch();
} else {
  await rm('dist', { recursive: true, force: true });
  await Promise.all([build(options), build(pages)]);
}
