import { defineConfig } from 'prisma/config';

// `prisma generate` would try to download an engine that it never uses: any existing file stops that.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: 'prisma/schema.prisma' });
