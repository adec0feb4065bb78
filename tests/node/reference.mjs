// What Supabase's own generator makes of a database: `node reference.mjs URL SCHEMA…` prints it.
import pg from "pg"
import { introspect } from "@supabase/postgrest-typegen/introspection"
import { generateTypescript, sortGeneratorMetadata } from "@supabase/postgrest-typegen/generation"

const [url, ...includedSchemas] = process.argv.slice(2)
const client = new pg.Client({ connectionString: url })
await client.connect()
const metadata = sortGeneratorMetadata(await introspect(client, { includedSchemas }))
await client.end()
const options = { detectOneToOneRelationships: true, format: async (code) => code }
process.stdout.write(await generateTypescript(metadata, options))
