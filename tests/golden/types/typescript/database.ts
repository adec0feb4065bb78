// Written by schemagen. Do not edit: the next build overwrites it.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

/**
 * The types that the model names and does not spell out. Say what they are anywhere in your own code:
 *
 *     declare module "./database" {
 *       interface JsonTypes { Change: { … } }
 *     }
 */
export interface JsonTypes {}

type own<Name extends string> = Name extends keyof JsonTypes ? JsonTypes[Name] : NonNullable<Json>

export type Change = own<"Change">
export type DefaultSchema = own<"DefaultSchema">
export type Limited = own<"Limited">
export type Own = own<"Own">
export type Preferences = own<"Preferences">
export type Schemas = own<"Schemas">

export type Database = {
  billing: {
    Tables: {
      [_ in never]: never
    }
    Views: {
      [_ in never]: never
    }
    Functions: {
      [_ in never]: never
    }
    Enums: {
      tier: "free" | "pro"
    }
    CompositeTypes: {
      [_ in never]: never
    }
  }
  public: {
    Tables: {
      everything: {
        Row: {
          a_bigint: number
          a_bit: string
          a_boolean: boolean
          a_bytea: string
          a_char: string
          a_cidr: string
          a_citext: string
          a_date: string
          a_double: number
          a_json: NonNullable<Json>
          a_jsonb: NonNullable<Json>
          a_jsonpath: string
          a_macaddr: string
          a_money: string
          a_mood: Database["public"]["Enums"]["mood"]
          a_name: string
          a_numeric: number
          a_real: number
          a_regclass: string
          a_required_slug: string
          a_slug: string
          a_smallint: number
          a_text: string
          a_tier: Database["billing"]["Enums"]["tier"]
          a_time: string
          a_timestamp: string
          a_timestamptz: string
          a_timetz: string
          a_tsquery: string
          a_tstzmultirange: string
          a_tsvector: string
          a_uuid: string
          a_varbit: string
          a_varchar: string
          an_address: Database["public"]["CompositeTypes"]["address"]
          an_hstore: Record<string, string | null>
          an_inet: string
          an_int4range: string
          an_integer: number
          an_interval: string
          an_ltree: string
          an_oid: string
          an_xml: string
          documents: Json[]
          doubled: number
          id: number
          intervals: string[]
          matrix: number[]
          maybe: number | null
          moods: Database["public"]["Enums"]["mood"][]
          number: number
          person_id: string
          slugs: string[]
          some_marks: number[]
          texts: string[]
          twin_id: number | null
        }
        Insert: {
          a_bigint: number
          a_bit: string
          a_boolean: boolean
          a_bytea: string
          a_char: string
          a_cidr: string
          a_citext: string
          a_date: string
          a_double: number
          a_json: NonNullable<Json>
          a_jsonb: NonNullable<Json>
          a_jsonpath: string
          a_macaddr: string
          a_money: string
          a_mood: Database["public"]["Enums"]["mood"]
          a_name: string
          a_numeric: number
          a_real: number
          a_regclass: string
          a_required_slug: string
          a_slug: string
          a_smallint: number
          a_text: string
          a_tier: Database["billing"]["Enums"]["tier"]
          a_time: string
          a_timestamp: string
          a_timestamptz: string
          a_timetz: string
          a_tsquery: string
          a_tstzmultirange: string
          a_tsvector: string
          a_uuid: string
          a_varbit: string
          a_varchar: string
          an_address: Database["public"]["CompositeTypes"]["address"]
          an_hstore: Record<string, string | null>
          an_inet: string
          an_int4range: string
          an_integer: number
          an_interval: string
          an_ltree: string
          an_oid: string
          an_xml: string
          documents: Json[]
          doubled?: never
          id?: never
          intervals: string[]
          matrix: number[]
          maybe?: number | null
          moods: Database["public"]["Enums"]["mood"][]
          number?: number
          person_id: string
          slugs: string[]
          some_marks: number[]
          texts: string[]
          twin_id?: number | null
        }
        Update: {
          a_bigint?: number
          a_bit?: string
          a_boolean?: boolean
          a_bytea?: string
          a_char?: string
          a_cidr?: string
          a_citext?: string
          a_date?: string
          a_double?: number
          a_json?: NonNullable<Json>
          a_jsonb?: NonNullable<Json>
          a_jsonpath?: string
          a_macaddr?: string
          a_money?: string
          a_mood?: Database["public"]["Enums"]["mood"]
          a_name?: string
          a_numeric?: number
          a_real?: number
          a_regclass?: string
          a_required_slug?: string
          a_slug?: string
          a_smallint?: number
          a_text?: string
          a_tier?: Database["billing"]["Enums"]["tier"]
          a_time?: string
          a_timestamp?: string
          a_timestamptz?: string
          a_timetz?: string
          a_tsquery?: string
          a_tstzmultirange?: string
          a_tsvector?: string
          a_uuid?: string
          a_varbit?: string
          a_varchar?: string
          an_address?: Database["public"]["CompositeTypes"]["address"]
          an_hstore?: Record<string, string | null>
          an_inet?: string
          an_int4range?: string
          an_integer?: number
          an_interval?: string
          an_ltree?: string
          an_oid?: string
          an_xml?: string
          documents?: Json[]
          doubled?: never
          id?: never
          intervals?: string[]
          matrix?: number[]
          maybe?: number | null
          moods?: Database["public"]["Enums"]["mood"][]
          number?: number
          person_id?: string
          slugs?: string[]
          some_marks?: number[]
          texts?: string[]
          twin_id?: number | null
        }
        Relationships: [
          {
            foreignKeyName: "everything_person_id_fkey"
            columns: ["person_id"]
            isOneToOne: false
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "everything_person_id_fkey"
            columns: ["person_id"]
            isOneToOne: false
            referencedRelation: "tiers"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "everything_twin_id_fkey"
            columns: ["twin_id"]
            isOneToOne: true
            referencedRelation: "everything"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "everything_twin_id_fkey"
            columns: ["twin_id"]
            isOneToOne: true
            referencedRelation: "felt"
            referencedColumns: ["everything_id"]
          },
        ]
      }
      new_option: {
        Row: {
          id: number
        }
        Insert: {
          id: number
        }
        Update: {
          id?: number
        }
        Relationships: []
      }
      Option: {
        Row: {
          id: number
          String: string
        }
        Insert: {
          id: number
          String: string
        }
        Update: {
          id?: number
          String?: string
        }
        Relationships: []
      }
      /** Who is who */
      people: {
        Row: {
          created_at: string
          history: Change[] | null
          home: Database["public"]["CompositeTypes"]["address"] | null
          homes: Database["public"]["CompositeTypes"]["address"][] | null
          id: string
          name: string
          /** @deprecated use `name` */
          nickname: string | null
          plan: Limited | Own | Schemas | DefaultSchema | null
          preferences: Preferences
          reference: string | null
          secret: string | null
          size: "s" | "m" | "l" | null
          /** What is paid for */
          tier: "free" | "pro" | "studio"
          updated_at: string
          user_id: string
          full_name: string | null
        }
        Insert: {
          created_at?: string
          history?: Change[] | null
          home?: Database["public"]["CompositeTypes"]["address"] | null
          homes?: Database["public"]["CompositeTypes"]["address"][] | null
          id?: string
          name?: string
          /** @deprecated use `name` */
          nickname?: string | null
          plan?: Limited | Own | Schemas | DefaultSchema | null
          preferences?: Preferences
          reference?: string | null
          secret?: string | null
          size?: "s" | "m" | "l" | null
          /** What is paid for */
          tier?: "free" | "pro" | "studio"
          updated_at?: string
          user_id: string
        }
        Update: {
          created_at?: string
          history?: Change[] | null
          home?: Database["public"]["CompositeTypes"]["address"] | null
          homes?: Database["public"]["CompositeTypes"]["address"][] | null
          id?: string
          name?: string
          /** @deprecated use `name` */
          nickname?: string | null
          plan?: Limited | Own | Schemas | DefaultSchema | null
          preferences?: Preferences
          reference?: string | null
          secret?: string | null
          size?: "s" | "m" | "l" | null
          /** What is paid for */
          tier?: "free" | "pro" | "studio"
          updated_at?: string
          user_id?: string
        }
        Relationships: []
      }
      /** *\/ export const x = 1; /* {{ nothing }} ${x} `y` " \ */
      select: {
        Row: {
          __proto__: string
          "\"quo\"ted\\": string
          /**
           * line one
           * line two
           * ```
           * fn main() {
           * ```
           */
          "{{ x }}": string
          "*/": string
          "1st": string
          "a b": string
          a_b: string
          constructor: string
          crate: string
          gen: string
          "größe": string
          self: string
          type: string
        }
        Insert: {
          __proto__: string
          "\"quo\"ted\\": string
          /**
           * line one
           * line two
           * ```
           * fn main() {
           * ```
           */
          "{{ x }}": string
          "*/": string
          "1st": string
          "a b": string
          a_b: string
          constructor: string
          crate: string
          gen: string
          "größe": string
          self: string
          type: string
        }
        Update: {
          __proto__?: string
          "\"quo\"ted\\"?: string
          /**
           * line one
           * line two
           * ```
           * fn main() {
           * ```
           */
          "{{ x }}"?: string
          "*/"?: string
          "1st"?: string
          "a b"?: string
          a_b?: string
          constructor?: string
          crate?: string
          gen?: string
          "größe"?: string
          self?: string
          type?: string
        }
        Relationships: []
      }
    }
    Views: {
      felt: {
        Row: {
          a_mood: Database["public"]["Enums"]["mood"] | null
          called: string | null
          everything_id: number | null
          person_id: string | null
          /** What is paid for */
          tier: "free" | "pro" | "studio" | null
        }
        Relationships: [
          {
            foreignKeyName: "everything_person_id_fkey"
            columns: ["person_id"]
            isOneToOne: false
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "everything_person_id_fkey"
            columns: ["person_id"]
            isOneToOne: false
            referencedRelation: "tiers"
            referencedColumns: ["id"]
          },
        ]
      }
      /** How often each mood was felt */
      moods_by_person: {
        Row: {
          a_mood: Database["public"]["Enums"]["mood"]
          person_id: string
          times: number | null
        }
        Relationships: [
          {
            foreignKeyName: "everything_person_id_fkey"
            columns: ["person_id"]
            isOneToOne: false
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "everything_person_id_fkey"
            columns: ["person_id"]
            isOneToOne: false
            referencedRelation: "tiers"
            referencedColumns: ["id"]
          },
        ]
      }
      /** Its columns are those of its query; rows may be changed through it */
      tiers: {
        Row: {
          called: string
          id: string
          loud: string | null
          /** What is paid for */
          tier: "free" | "pro" | "studio"
        }
        Insert: {
          called?: string | null
          id?: string | null
          loud?: never
          /** What is paid for */
          tier?: "free" | "pro" | "studio" | null
        }
        Update: {
          called?: string | null
          id?: string | null
          loud?: never
          /** What is paid for */
          tier?: "free" | "pro" | "studio" | null
        }
        Relationships: []
      }
    }
    Functions: {
      full_name: {
            Args: { person: Database["public"]["Tables"]["people"]["Row"] }
            Returns: string
          }
      home_of: {
            Args: { person: string }
            Returns: Database["public"]["CompositeTypes"]["address"]
            SetofOptions: {
              from: "*"
              to: "address"
              isOneToOne: true
              isSetofReturn: false
            }
          }
      nearest: {
            Args: { limit?: number; place: string }
            Returns: { distance: number; id: number }[]
          }
      people_of: {
            Args: { mood: Database["public"]["Enums"]["mood"] }
            Returns: { created_at: string; history: Change[] | null; home: Database["public"]["CompositeTypes"]["address"] | null; homes: Database["public"]["CompositeTypes"]["address"][] | null; id: string; name: string; nickname: string | null; plan: Limited | Own | Schemas | DefaultSchema | null; preferences: Preferences; reference: string | null; secret: string | null; size: "s" | "m" | "l" | null; tier: "free" | "pro" | "studio"; updated_at: string; user_id: string }[]
            SetofOptions: {
              from: "*"
              to: "people"
              isOneToOne: false
              isSetofReturn: true
            }
          }
      same:
        | {
            Args: { n: number }
            Returns: { error: true } & "Could not choose the best candidate function between: public.same(n => int4), public.same(n => text). Try renaming the parameters or the function itself in the database so function overloading can be resolved"
          }
        | {
            Args: { n: string }
            Returns: { error: true } & "Could not choose the best candidate function between: public.same(n => int4), public.same(n => text). Try renaming the parameters or the function itself in the database so function overloading can be resolved"
          }
      total:
        | {
            Args: Record<PropertyKey, never>
            Returns: number
          }
        | {
            Args: { least: number }
            Returns: number
          }
    }
    Enums: {
      /** How it feels */
      mood: "sad" | "it's ok" | "*/" | "2nd" | "type" | "very happy"
    }
    CompositeTypes: {
      address: {
        street: string | null
        "Zip Code": number | null
        moods: Database["public"]["Enums"]["mood"][] | null
      }
    }
  }
}

type schemas = Database

type defaultSchema = schemas["public"]

/** The row of a table or view: `Tables<"jobs">`, or `Tables<{ schema: "billing" }, "invoices">`. */
export type Tables<
  Name extends keyof (defaultSchema["Tables"] & defaultSchema["Views"]) | { schema: keyof schemas },
  Table extends Name extends { schema: keyof schemas }
    ? keyof (schemas[Name["schema"]]["Tables"] & schemas[Name["schema"]]["Views"])
    : never = never,
> = Name extends { schema: keyof schemas }
  ? (schemas[Name["schema"]]["Tables"] & schemas[Name["schema"]]["Views"])[Table] extends { Row: infer Row }
    ? Row
    : never
  : Name extends keyof (defaultSchema["Tables"] & defaultSchema["Views"])
    ? (defaultSchema["Tables"] & defaultSchema["Views"])[Name] extends { Row: infer Row }
      ? Row
      : never
    : never

/** What an insert into a table takes. */
export type TablesInsert<
  Name extends keyof defaultSchema["Tables"] | { schema: keyof schemas },
  Table extends Name extends { schema: keyof schemas } ? keyof schemas[Name["schema"]]["Tables"] : never = never,
> = Name extends { schema: keyof schemas }
  ? schemas[Name["schema"]]["Tables"][Table] extends { Insert: infer Insert }
    ? Insert
    : never
  : Name extends keyof defaultSchema["Tables"]
    ? defaultSchema["Tables"][Name] extends { Insert: infer Insert }
      ? Insert
      : never
    : never

/** What an update of a table takes. */
export type TablesUpdate<
  Name extends keyof defaultSchema["Tables"] | { schema: keyof schemas },
  Table extends Name extends { schema: keyof schemas } ? keyof schemas[Name["schema"]]["Tables"] : never = never,
> = Name extends { schema: keyof schemas }
  ? schemas[Name["schema"]]["Tables"][Table] extends { Update: infer Update }
    ? Update
    : never
  : Name extends keyof defaultSchema["Tables"]
    ? defaultSchema["Tables"][Name] extends { Update: infer Update }
      ? Update
      : never
    : never

/** The values of an enum. */
export type Enums<
  Name extends keyof defaultSchema["Enums"] | { schema: keyof schemas },
  Enum extends Name extends { schema: keyof schemas } ? keyof schemas[Name["schema"]]["Enums"] : never = never,
> = Name extends { schema: keyof schemas }
  ? schemas[Name["schema"]]["Enums"][Enum]
  : Name extends keyof defaultSchema["Enums"]
    ? defaultSchema["Enums"][Name]
    : never

/** A composite type. */
export type CompositeTypes<
  Name extends keyof defaultSchema["CompositeTypes"] | { schema: keyof schemas },
  Composite extends Name extends { schema: keyof schemas }
    ? keyof schemas[Name["schema"]]["CompositeTypes"]
    : never = never,
> = Name extends { schema: keyof schemas }
  ? schemas[Name["schema"]]["CompositeTypes"][Composite]
  : Name extends keyof defaultSchema["CompositeTypes"]
    ? defaultSchema["CompositeTypes"][Name]
    : never

export const Constants = {
  billing: {
    Enums: {
      tier: ["free", "pro"],
    },
  },
  public: {
    Enums: {
      mood: ["sad", "it's ok", "*/", "2nd", "type", "very happy"],
    },
  },
} as const

type limited<T, Read, Create, Change> = {
  Row: T extends { Row: infer Row } ? Pick<Row, Read & keyof Row> : never
  Insert: [Create] extends [never] ? never : T extends { Insert: infer Insert } ? Pick<Insert, Create & keyof Insert> : never
  Update: [Change] extends [never] ? never : T extends { Update: infer Update } ? Pick<Update, Change & keyof Update> : never
  Relationships: T extends { Relationships: infer Relationships } ? Relationships : never
}

/** What a signed-in caller may read, insert and update: `createClient<SignedIn>(…)`. */
export type SignedIn = {
  billing: {
    Tables: {
      [_ in never]: never
    }
    Views: {
      [_ in never]: never
    }
    Functions: Pick<Database["billing"]["Functions"], never>
    Enums: Database["billing"]["Enums"]
    CompositeTypes: Database["billing"]["CompositeTypes"]
  }
  public: {
    Tables: {
      everything: limited<
        Database["public"]["Tables"]["everything"],
        "a_bigint" | "a_bit" | "a_boolean" | "a_bytea" | "a_char" | "a_cidr" | "a_citext" | "a_date" | "a_double" | "a_json" | "a_jsonb" | "a_jsonpath" | "a_macaddr" | "a_money" | "a_mood" | "a_name" | "a_numeric" | "a_real" | "a_regclass" | "a_required_slug" | "a_slug" | "a_smallint" | "a_text" | "a_tier" | "a_time" | "a_timestamp" | "a_timestamptz" | "a_timetz" | "a_tsquery" | "a_tstzmultirange" | "a_tsvector" | "a_uuid" | "a_varbit" | "a_varchar" | "an_address" | "an_hstore" | "an_inet" | "an_int4range" | "an_integer" | "an_interval" | "an_ltree" | "an_oid" | "an_xml" | "documents" | "doubled" | "id" | "intervals" | "matrix" | "maybe" | "moods" | "number" | "person_id" | "slugs" | "some_marks" | "texts" | "twin_id",
        "a_bigint" | "a_bit" | "a_boolean" | "a_bytea" | "a_char" | "a_cidr" | "a_citext" | "a_date" | "a_double" | "a_json" | "a_jsonb" | "a_jsonpath" | "a_macaddr" | "a_money" | "a_mood" | "a_name" | "a_numeric" | "a_real" | "a_regclass" | "a_required_slug" | "a_slug" | "a_smallint" | "a_text" | "a_tier" | "a_time" | "a_timestamp" | "a_timestamptz" | "a_timetz" | "a_tsquery" | "a_tstzmultirange" | "a_tsvector" | "a_uuid" | "a_varbit" | "a_varchar" | "an_address" | "an_hstore" | "an_inet" | "an_int4range" | "an_integer" | "an_interval" | "an_ltree" | "an_oid" | "an_xml" | "documents" | "intervals" | "matrix" | "maybe" | "moods" | "number" | "person_id" | "slugs" | "some_marks" | "texts" | "twin_id",
        "a_bigint" | "a_bit" | "a_boolean" | "a_bytea" | "a_char" | "a_cidr" | "a_citext" | "a_date" | "a_double" | "a_json" | "a_jsonb" | "a_jsonpath" | "a_macaddr" | "a_money" | "a_mood" | "a_name" | "a_numeric" | "a_real" | "a_regclass" | "a_required_slug" | "a_slug" | "a_smallint" | "a_text" | "a_tier" | "a_time" | "a_timestamp" | "a_timestamptz" | "a_timetz" | "a_tsquery" | "a_tstzmultirange" | "a_tsvector" | "a_uuid" | "a_varbit" | "a_varchar" | "an_address" | "an_hstore" | "an_inet" | "an_int4range" | "an_integer" | "an_interval" | "an_ltree" | "an_oid" | "an_xml" | "documents" | "intervals" | "matrix" | "maybe" | "moods" | "number" | "person_id" | "slugs" | "some_marks" | "texts" | "twin_id"
      >
      people: limited<
        Database["public"]["Tables"]["people"],
        "created_at" | "full_name" | "history" | "home" | "homes" | "id" | "name" | "nickname" | "plan" | "preferences" | "reference" | "size" | "tier" | "updated_at" | "user_id",
        "history" | "home" | "homes" | "id" | "name" | "nickname" | "plan" | "preferences" | "reference" | "secret" | "size" | "tier" | "user_id",
        "history" | "home" | "homes" | "id" | "name" | "nickname" | "plan" | "preferences" | "reference" | "secret" | "size" | "tier" | "user_id"
      >
    }
    Views: {
      felt: limited<
        Database["public"]["Views"]["felt"],
        "a_mood" | "called" | "everything_id" | "person_id" | "tier",
        never,
        never
      >
      moods_by_person: limited<
        Database["public"]["Views"]["moods_by_person"],
        "a_mood" | "person_id" | "times",
        never,
        never
      >
    }
    Functions: Pick<Database["public"]["Functions"], "full_name" | "nearest" | "people_of">
    Enums: Database["public"]["Enums"]
    CompositeTypes: Database["public"]["CompositeTypes"]
  }
}

/** What an anonymous caller may read, insert and update: `createClient<Anonymous>(…)`. */
export type Anonymous = {
  billing: {
    Tables: {
      [_ in never]: never
    }
    Views: {
      [_ in never]: never
    }
    Functions: Pick<Database["billing"]["Functions"], never>
    Enums: Database["billing"]["Enums"]
    CompositeTypes: Database["billing"]["CompositeTypes"]
  }
  public: {
    Tables: {
      [_ in never]: never
    }
    Views: {
      [_ in never]: never
    }
    Functions: Pick<Database["public"]["Functions"], never>
    Enums: Database["public"]["Enums"]
    CompositeTypes: Database["public"]["CompositeTypes"]
  }
}
