// Used through supabase-js as an application would: what must compile, and what must not.
import { createClient } from "@supabase/supabase-js"
import { Constants } from "./typescript/database"
import type { Anonymous, Database, Enums, Json, SignedIn, Tables, TablesInsert, TablesUpdate } from "./typescript/database"

declare module "./typescript/database" {
  interface JsonTypes {
    Preferences: { dark: boolean }
    Change: { field: string }
  }
}

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
function same<A, B>(_: Equal<A, B>): void {}

const database = createClient<Database>("http://localhost", "key")
const signedIn = createClient<SignedIn>("http://localhost", "key")

export async function joins() {
  const { data } = await database.from("everything").select("id, a_tier, people(name, tier, home)").single()
  if (!data) return
  same<typeof data.id, number>(true)
  same<typeof data.a_tier, "free" | "pro">(true)
  same<typeof data.people.tier, "free" | "pro" | "studio">(true)
  // @ts-expect-error a column that is not there
  data.people.nothing

  const { data: people } = await database.from("people").select("*, everything(a_mood, an_integer)")
  same<NonNullable<typeof people>[number]["everything"][number]["a_mood"], Enums<"mood">>(true)
  same<NonNullable<typeof people>[number]["preferences"], { dark: boolean }>(true)
  same<NonNullable<typeof people>[number]["history"], { field: string }[] | null>(true)

  const { data: twins } = await database.from("everything").select("id, twin:everything!everything_twin_id_fkey(id)")
  void twins
}

export async function writes() {
  await database.from("people").insert({ user_id: "u" })
  await database.from("people").insert({ user_id: "u", tier: "studio", preferences: { dark: true } })
  await database.from("people").update({ size: null, tier: "pro" }).eq("id", "i")
  await database.from("select").insert({
    type: "", gen: "", self: "", crate: "", "1st": "", "a b": "", a_b: "", '"quo"ted\\': "", "*/": "", größe: "",
    __proto__: "", constructor: "", "{{ x }}": "",
  } as TablesInsert<"select">)
  // @ts-expect-error user_id is needed
  await database.from("people").insert({ tier: "free" })
  // @ts-expect-error no such tier
  await database.from("people").insert({ user_id: "u", tier: "gold" })
  // @ts-expect-error not what the model calls Preferences
  await database.from("people").insert({ user_id: "u", preferences: { dark: "yes" } })
  // @ts-expect-error generated
  await database.from("everything").update({ doubled: 1 })
  // @ts-expect-error identity always
  await database.from("everything").update({ id: 1 })
  // @ts-expect-error a table that is not there
  await database.from("nowhere").select("*")
}

export async function roles() {
  await signedIn.from("people").select("id, name").single()
  await signedIn.from("people").update({ name: "n" })
  // @ts-expect-error hidden: a signed-in caller may not read it
  const secret: (row: SignedIn["public"]["Tables"]["people"]["Row"]) => unknown = (row) => row.secret
  // @ts-expect-error read only
  await signedIn.from("people").update({ created_at: "now" })
  // @ts-expect-error internal
  await signedIn.from("select").select("*")
  // @ts-expect-error nothing is for anonymous callers
  const nothing: Anonymous["public"]["Tables"]["people"] = 0 as never
  void [secret, nothing]
}

export function helpers() {
  same<Tables<"everything">["a_jsonb"], NonNullable<Json>>(true)
  same<Tables<"everything">["maybe"], number | null>(true)
  same<TablesInsert<"everything">["number"], number | undefined>(true)
  same<TablesUpdate<"people">["home"], Database["public"]["CompositeTypes"]["address"] | null | undefined>(true)
  same<Enums<{ schema: "billing" }, "tier">, "free" | "pro">(true)
  const moods: readonly Enums<"mood">[] = Constants.public.Enums.mood
  return moods
}
