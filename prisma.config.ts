import { defineConfig } from 'prisma/config'

// `prisma generate` wants an engine binary to exist but never runs it; this keeps it from downloading one.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
})
