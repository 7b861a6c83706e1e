import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'

type Glue = typeof import('@prisma/schema-engine-wasm/schema_engine_bg')
export type SchemaEngine = Awaited<ReturnType<Glue['SchemaEngine']['new']>>

interface Bindings extends WebAssembly.ModuleImports {
  __wbg_set_wasm: (wasm: WebAssembly.Exports) => void
}

let glue: Promise<Glue> | undefined

/** What the engine may call. Its time limits, which it never clears, must not keep a process alive that has nothing left to do. */
function importsOf(bindings: Bindings): WebAssembly.ModuleImports {
  const setIdleTimeout = (run: () => void, milliseconds: number) => setTimeout(run, milliseconds >>> 0).unref()
  const names = Object.keys(bindings)
  return Object.fromEntries(
    names.map((name) => [name, name.startsWith('__wbg_setTimeout_') ? setIdleTimeout : bindings[name]]),
  )
}

/** Prisma's schema engine from npm, as WebAssembly: it needs no download, which a closed network would refuse. */
async function loadGlue(): Promise<Glue> {
  const folder = dirname(createRequire(join(process.cwd(), 'package.json')).resolve('@prisma/schema-engine-wasm'))
  const bindings = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as Glue & Bindings
  const module = new WebAssembly.Module(readFileSync(join(folder, 'schema_engine_bg.wasm')))
  const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': importsOf(bindings) })
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  return bindings
}

/** A schema engine over a driver adapter. `datamodel` is the text of schema.prisma. */
export async function schemaEngine(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  datamodel: string,
): Promise<SchemaEngine> {
  glue ??= loadGlue()
  const { SchemaEngine } = await glue
  return SchemaEngine.new(
    { datamodels: [['schema.prisma', datamodel]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  )
}
