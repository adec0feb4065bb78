// Written by schemagen. Do not edit: the next build overwrites it.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

/**
 * The types that the model names and does not spell out. Say what they are anywhere in your own code:
 *
 *     declare module "./database" {
 *       interface JsonTypes { JobParameters: { … } }
 *     }
 */
export interface JsonTypes {}

type own<Name extends string> = Name extends keyof JsonTypes ? JsonTypes[Name] : NonNullable<Json>

export type JobParameters = own<"JobParameters">

export type Database = {
  audit: {
    Tables: {
      /** Every change of an audited table, in order; only ever added to */
      changes: {
        Row: {
          /** INSERT, UPDATE or DELETE */
          action: string
          /** The row after, NULL for a DELETE */
          became: Json | null
          /** Id of the principal who changed it, NULL for nobody */
          caller: string | null
          /** When the transaction began */
          changed_at: string
          /** Order of the changes */
          id: number
          /** Database role that was set */
          role: string | null
          /** Primary key of the row */
          row_key: Json | null
          /** Schema and name */
          table_name: string
          /** The row before, NULL for an INSERT */
          was: Json | null
        }
        Insert: {
          /** INSERT, UPDATE or DELETE */
          action: string
          /** The row after, NULL for a DELETE */
          became?: Json | null
          /** Id of the principal who changed it, NULL for nobody */
          caller?: string | null
          /** When the transaction began */
          changed_at?: string
          /** Order of the changes */
          id?: never
          /** Database role that was set */
          role?: string | null
          /** Primary key of the row */
          row_key?: Json | null
          /** Schema and name */
          table_name: string
          /** The row before, NULL for an INSERT */
          was?: Json | null
        }
        Update: {
          /** INSERT, UPDATE or DELETE */
          action?: string
          /** The row after, NULL for a DELETE */
          became?: Json | null
          /** Id of the principal who changed it, NULL for nobody */
          caller?: string | null
          /** When the transaction began */
          changed_at?: string
          /** Order of the changes */
          id?: never
          /** Database role that was set */
          role?: string | null
          /** Primary key of the row */
          row_key?: Json | null
          /** Schema and name */
          table_name?: string
          /** The row before, NULL for an INSERT */
          was?: Json | null
        }
        Relationships: []
      }
    }
    Views: {
      [_ in never]: never
    }
    Functions: {
      [_ in never]: never
    }
    Enums: {
      [_ in never]: never
    }
    CompositeTypes: {
      [_ in never]: never
    }
  }
  billing: {
    Tables: {
      invoices: {
        Row: {
          amount: Database["public"]["CompositeTypes"]["money_amount"]
          id: number
          issued_on: string
          person_id: string
        }
        Insert: {
          amount: Database["public"]["CompositeTypes"]["money_amount"]
          id?: never
          issued_on?: string
          person_id: string
        }
        Update: {
          amount?: Database["public"]["CompositeTypes"]["money_amount"]
          id?: never
          issued_on?: string
          person_id?: string
        }
        Relationships: []
      }
    }
    Views: {
      [_ in never]: never
    }
    Functions: {
      [_ in never]: never
    }
    Enums: {
      [_ in never]: never
    }
    CompositeTypes: {
      [_ in never]: never
    }
  }
  public: {
    Tables: {
      batches: {
        Row: {
          created_at: string
          id: string
          name: string
          person_id: string
        }
        Insert: {
          created_at?: string
          id?: string
          name: string
          person_id: string
        }
        Update: {
          created_at?: string
          id?: string
          name?: string
          person_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "batches_person_id_fkey"
            columns: ["person_id"]
            isOneToOne: false
            referencedRelation: "contacts"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "batches_person_id_fkey"
            columns: ["person_id"]
            isOneToOne: false
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
        ]
      }
      buckets_of_work: {
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
      buckets_of_work_part_0: {
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
      buckets_of_work_part_1: {
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
      budgets: {
        Row: {
          amount: Database["public"]["CompositeTypes"]["money_amount"] | null
          id: string
          team_id: string
        }
        Insert: {
          amount?: Database["public"]["CompositeTypes"]["money_amount"] | null
          id?: string
          team_id: string
        }
        Update: {
          amount?: Database["public"]["CompositeTypes"]["money_amount"] | null
          id?: string
          team_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "budgets_team_id_fkey"
            columns: ["team_id"]
            isOneToOne: false
            referencedRelation: "teams"
            referencedColumns: ["id"]
          },
        ]
      }
      events: {
        Row: {
          created_at: string
          id: number
          kind: string
          person_id: string
        }
        Insert: {
          created_at?: string
          id?: never
          kind: string
          person_id: string
        }
        Update: {
          created_at?: string
          id?: never
          kind?: string
          person_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "events_person_id_fkey"
            columns: ["person_id"]
            isOneToOne: false
            referencedRelation: "contacts"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "events_person_id_fkey"
            columns: ["person_id"]
            isOneToOne: false
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
        ]
      }
      events_rest: {
        Row: {
          created_at: string
          id: number
          kind: string
          person_id: string
        }
        Insert: {
          created_at?: string
          id?: never
          kind: string
          person_id: string
        }
        Update: {
          created_at?: string
          id?: never
          kind?: string
          person_id?: string
        }
        Relationships: []
      }
      events_y2026: {
        Row: {
          created_at: string
          id: number
          kind: string
          person_id: string
        }
        Insert: {
          created_at?: string
          id?: never
          kind: string
          person_id: string
        }
        Update: {
          created_at?: string
          id?: never
          kind?: string
          person_id?: string
        }
        Relationships: []
      }
      job_notes: {
        Row: {
          id: string
          job_id: string
          label: string
          note: string | null
          /** Whom the row belongs to, by its job_id; the database keeps it true */
          person_id: string
        }
        Insert: {
          id?: string
          job_id: string
          label?: string
          note?: string | null
          /** Whom the row belongs to, by its job_id; the database keeps it true */
          person_id?: string
        }
        Update: {
          id?: string
          job_id?: string
          label?: string
          note?: string | null
          /** Whom the row belongs to, by its job_id; the database keeps it true */
          person_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "job_notes_job_id_fkey"
            columns: ["job_id", "person_id"]
            isOneToOne: false
            referencedRelation: "jobs"
            referencedColumns: ["id", "person_id"]
          },
        ]
      }
      job_shares: {
        Row: {
          created_at: string
          job_id: string
          person_id: string
        }
        Insert: {
          created_at?: string
          job_id: string
          person_id: string
        }
        Update: {
          created_at?: string
          job_id?: string
          person_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "job_shares_job_id_fkey"
            columns: ["job_id"]
            isOneToOne: false
            referencedRelation: "jobs"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "job_shares_job_id_fkey"
            columns: ["job_id"]
            isOneToOne: false
            referencedRelation: "open_jobs"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "job_shares_person_id_fkey"
            columns: ["person_id"]
            isOneToOne: false
            referencedRelation: "contacts"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "job_shares_person_id_fkey"
            columns: ["person_id"]
            isOneToOne: false
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
        ]
      }
      jobs: {
        Row: {
          batch_id: string | null
          created_at: string
          deleted_at: string | null
          during: string | null
          external_id: string | null
          id: string
          labels: string[]
          locked: boolean
          mentioned_id: string | null
          parameters: JobParameters
          person_id: string
          position: number
          price: number
          priority: Database["public"]["Enums"]["priority"]
          progress: number
          quantity: number
          reviewer_id: string | null
          seq: number
          status: Database["public"]["Enums"]["job_status"]
          ticket: number
          tier: "free" | "pro" | "studio" | "enterprise"
          title: string
          total: number | null
          updated_at: string
        }
        Insert: {
          batch_id?: string | null
          created_at?: string
          deleted_at?: string | null
          during?: string | null
          external_id?: string | null
          id?: string
          labels?: string[]
          locked?: boolean
          mentioned_id?: string | null
          parameters?: JobParameters
          person_id: string
          position?: number
          price?: number
          priority?: Database["public"]["Enums"]["priority"]
          progress: number
          quantity?: number
          reviewer_id?: string | null
          seq?: number
          status?: Database["public"]["Enums"]["job_status"]
          ticket?: number
          tier?: "free" | "pro" | "studio" | "enterprise"
          title: string
          total?: never
          updated_at?: string
        }
        Update: {
          batch_id?: string | null
          created_at?: string
          deleted_at?: string | null
          during?: string | null
          external_id?: string | null
          id?: string
          labels?: string[]
          locked?: boolean
          mentioned_id?: string | null
          parameters?: JobParameters
          person_id?: string
          position?: number
          price?: number
          priority?: Database["public"]["Enums"]["priority"]
          progress?: number
          quantity?: number
          reviewer_id?: string | null
          seq?: number
          status?: Database["public"]["Enums"]["job_status"]
          ticket?: number
          tier?: "free" | "pro" | "studio" | "enterprise"
          title?: string
          total?: never
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "jobs_batch_id_fkey"
            columns: ["batch_id", "person_id"]
            isOneToOne: false
            referencedRelation: "batches"
            referencedColumns: ["id", "person_id"]
          },
          {
            foreignKeyName: "jobs_batch_same_person"
            columns: ["batch_id", "person_id"]
            isOneToOne: false
            referencedRelation: "batches"
            referencedColumns: ["id", "person_id"]
          },
          {
            foreignKeyName: "jobs_person_id_fkey"
            columns: ["person_id"]
            isOneToOne: false
            referencedRelation: "contacts"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "jobs_person_id_fkey"
            columns: ["person_id"]
            isOneToOne: false
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "jobs_reviewer_id_fkey"
            columns: ["reviewer_id"]
            isOneToOne: false
            referencedRelation: "contacts"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "jobs_reviewer_id_fkey"
            columns: ["reviewer_id"]
            isOneToOne: false
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
        ]
      }
      open_lists: {
        Row: {
          id: number
        }
        Insert: {
          id?: number
        }
        Update: {
          id?: number
        }
        Relationships: []
      }
      /** Whoever takes part */
      people: {
        Row: {
          address: Database["public"]["CompositeTypes"]["address"] | null
          created_at: string
          email: string | null
          handle: string | null
          id: string
          invited_by: string | null
          karma: number
          /** @deprecated use id */
          legacy_id: number | null
          /** Full name */
          name: string
          password_hash: string | null
          updated_at: string
          user_id: string | null
        }
        Insert: {
          address?: Database["public"]["CompositeTypes"]["address"] | null
          created_at?: string
          email?: string | null
          handle?: string | null
          id?: string
          invited_by?: string | null
          karma?: number
          /** @deprecated use id */
          legacy_id?: number | null
          /** Full name */
          name: string
          password_hash?: string | null
          updated_at?: string
          user_id?: string | null
        }
        Update: {
          address?: Database["public"]["CompositeTypes"]["address"] | null
          created_at?: string
          email?: string | null
          handle?: string | null
          id?: string
          invited_by?: string | null
          karma?: number
          /** @deprecated use id */
          legacy_id?: number | null
          /** Full name */
          name?: string
          password_hash?: string | null
          updated_at?: string
          user_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "people_invited_by_fkey"
            columns: ["invited_by"]
            isOneToOne: false
            referencedRelation: "contacts"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "people_invited_by_fkey"
            columns: ["invited_by"]
            isOneToOne: false
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
        ]
      }
      plans: {
        Row: {
          body: string | null
          id: string
          person_id: string | null
          team_id: string | null
        }
        Insert: {
          body?: string | null
          id?: string
          person_id?: string | null
          team_id?: string | null
        }
        Update: {
          body?: string | null
          id?: string
          person_id?: string | null
          team_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "plans_person_id_fkey"
            columns: ["person_id"]
            isOneToOne: false
            referencedRelation: "contacts"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "plans_person_id_fkey"
            columns: ["person_id"]
            isOneToOne: false
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "plans_team_id_fkey"
            columns: ["team_id"]
            isOneToOne: false
            referencedRelation: "teams"
            referencedColumns: ["id"]
          },
        ]
      }
      regions: {
        Row: {
          area: string
          code: string
        }
        Insert: {
          area: string
          code: string
        }
        Update: {
          area?: string
          code?: string
        }
        Relationships: []
      }
      regions_europe: {
        Row: {
          area: string
          code: string
        }
        Insert: {
          area: string
          code: string
        }
        Update: {
          area?: string
          code?: string
        }
        Relationships: []
      }
      regions_others: {
        Row: {
          area: string
          code: string
        }
        Insert: {
          area: string
          code: string
        }
        Update: {
          area?: string
          code?: string
        }
        Relationships: []
      }
      team_members: {
        Row: {
          accepted_at: string | null
          person_id: string
          role: "lead" | "mate" | "guest"
          team_id: string
        }
        Insert: {
          accepted_at?: string | null
          person_id: string
          role?: "lead" | "mate" | "guest"
          team_id: string
        }
        Update: {
          accepted_at?: string | null
          person_id?: string
          role?: "lead" | "mate" | "guest"
          team_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "team_members_person_id_fkey"
            columns: ["person_id"]
            isOneToOne: false
            referencedRelation: "contacts"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "team_members_person_id_fkey"
            columns: ["person_id"]
            isOneToOne: false
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "team_members_team_id_fkey"
            columns: ["team_id"]
            isOneToOne: false
            referencedRelation: "teams"
            referencedColumns: ["id"]
          },
        ]
      }
      teams: {
        Row: {
          created_by: string | null
          id: string
          name: string
        }
        Insert: {
          created_by?: string | null
          id?: string
          name: string
        }
        Update: {
          created_by?: string | null
          id?: string
          name?: string
        }
        Relationships: [
          {
            foreignKeyName: "teams_created_by_fkey"
            columns: ["created_by"]
            isOneToOne: false
            referencedRelation: "contacts"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "teams_created_by_fkey"
            columns: ["created_by"]
            isOneToOne: false
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
        ]
      }
    }
    Views: {
      contacts: {
        Row: {
          id: string
          name: string
        }
        Insert: {
          id?: string | null
          name?: string | null
        }
        Update: {
          id?: string | null
          name?: string | null
        }
        Relationships: []
      }
      job_count: {
        Row: {
          jobs: number
        }
        Relationships: []
      }
      /** For the service's reports */
      jobs_a_day: {
        Row: {
          day: string
          jobs: number
        }
        Relationships: []
      }
      /** What is still to do */
      open_jobs: {
        Row: {
          id: string
          title: string
        }
        Insert: {
          id?: string | null
          title?: string | null
        }
        Update: {
          id?: string | null
          title?: string | null
        }
        Relationships: []
      }
    }
    Functions: {
      /** The closest jobs */
      match:
        | {
            Args: { n?: number; query: number[] }
            Returns: { id: string; score: number }[]
          }
        | {
            Args: { query: string }
            Returns: { batch_id: string | null; created_at: string; deleted_at: string | null; during: string | null; external_id: string | null; id: string; labels: string[]; locked: boolean; mentioned_id: string | null; parameters: JobParameters; person_id: string; position: number; price: number; priority: Database["public"]["Enums"]["priority"]; progress: number; quantity: number; reviewer_id: string | null; seq: number; status: Database["public"]["Enums"]["job_status"]; ticket: number; tier: "free" | "pro" | "studio" | "enterprise"; title: string; total: number | null; updated_at: string }[]
            SetofOptions: {
              from: "*"
              to: "jobs"
              isOneToOne: false
              isSetofReturn: true
            }
          }
      same_number: {
            Args: { n: number }
            Returns: number
          }
    }
    Enums: {
      aal_level: "aal1" | "aal2" | "aal3"
      job_status: "queued" | "running" | "done"
      /** How soon */
      priority: "low" | "high"
    }
    CompositeTypes: {
      address: {
        street: string | null
        city: string | null
        country: string | null
      }
      /** An amount in a currency */
      money_amount: {
        amount: number | null
        currency: string | null
      }
    }
  }
  storage: {
    Tables: {
      objects: {
        Row: {
          id: string
          owner: string | null
        }
        Insert: {
          id: string
          owner?: string | null
        }
        Update: {
          id?: string
          owner?: string | null
        }
        Relationships: []
      }
    }
    Views: {
      [_ in never]: never
    }
    Functions: {
      [_ in never]: never
    }
    Enums: {
      [_ in never]: never
    }
    CompositeTypes: {
      [_ in never]: never
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
  audit: {
    Enums: {
    },
  },
  billing: {
    Enums: {
    },
  },
  public: {
    Enums: {
      aal_level: ["aal1", "aal2", "aal3"],
      job_status: ["queued", "running", "done"],
      priority: ["low", "high"],
    },
  },
  storage: {
    Enums: {
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
  audit: {
    Tables: {
      [_ in never]: never
    }
    Views: {
      [_ in never]: never
    }
    Functions: Pick<Database["audit"]["Functions"], never>
    Enums: Database["audit"]["Enums"]
    CompositeTypes: Database["audit"]["CompositeTypes"]
  }
  billing: {
    Tables: {
      invoices: limited<
        Database["billing"]["Tables"]["invoices"],
        "amount" | "id" | "issued_on" | "person_id",
        never,
        never
      >
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
      batches: limited<
        Database["public"]["Tables"]["batches"],
        "created_at" | "id" | "name" | "person_id",
        "id" | "name" | "person_id",
        "id" | "name" | "person_id"
      >
      budgets: limited<
        Database["public"]["Tables"]["budgets"],
        "amount" | "id" | "team_id",
        "amount" | "id" | "team_id",
        "amount" | "id" | "team_id"
      >
      events: limited<
        Database["public"]["Tables"]["events"],
        "created_at" | "id" | "kind" | "person_id",
        "created_at" | "kind" | "person_id",
        "created_at" | "kind" | "person_id"
      >
      job_notes: limited<
        Database["public"]["Tables"]["job_notes"],
        "id" | "job_id" | "label" | "note" | "person_id",
        "id" | "job_id" | "label" | "note" | "person_id",
        "id" | "job_id" | "label" | "note" | "person_id"
      >
      job_shares: limited<
        Database["public"]["Tables"]["job_shares"],
        "created_at" | "job_id" | "person_id",
        "job_id" | "person_id",
        "job_id" | "person_id"
      >
      jobs: limited<
        Database["public"]["Tables"]["jobs"],
        "batch_id" | "created_at" | "deleted_at" | "during" | "external_id" | "id" | "labels" | "locked" | "mentioned_id" | "parameters" | "person_id" | "position" | "price" | "priority" | "progress" | "quantity" | "reviewer_id" | "seq" | "status" | "ticket" | "tier" | "title" | "total" | "updated_at",
        "batch_id" | "deleted_at" | "during" | "external_id" | "id" | "labels" | "locked" | "mentioned_id" | "parameters" | "person_id" | "position" | "price" | "priority" | "progress" | "quantity" | "reviewer_id" | "seq" | "status" | "ticket" | "tier" | "title",
        "batch_id" | "deleted_at" | "during" | "external_id" | "id" | "labels" | "locked" | "mentioned_id" | "parameters" | "person_id" | "position" | "price" | "priority" | "progress" | "quantity" | "reviewer_id" | "seq" | "status" | "ticket" | "tier" | "title"
      >
      open_lists: limited<
        Database["public"]["Tables"]["open_lists"],
        "id",
        "id",
        "id"
      >
      people: limited<
        Database["public"]["Tables"]["people"],
        "address" | "created_at" | "email" | "handle" | "id" | "invited_by" | "karma" | "legacy_id" | "name" | "updated_at" | "user_id",
        never,
        "address" | "name"
      >
      plans: limited<
        Database["public"]["Tables"]["plans"],
        "body" | "id" | "person_id" | "team_id",
        "body" | "id" | "person_id" | "team_id",
        "body" | "id" | "person_id" | "team_id"
      >
      regions: limited<
        Database["public"]["Tables"]["regions"],
        "area" | "code",
        never,
        never
      >
      team_members: limited<
        Database["public"]["Tables"]["team_members"],
        "accepted_at" | "person_id" | "role" | "team_id",
        "accepted_at" | "person_id" | "role" | "team_id",
        "accepted_at" | "person_id" | "role" | "team_id"
      >
      teams: limited<
        Database["public"]["Tables"]["teams"],
        "created_by" | "id" | "name",
        "created_by" | "id" | "name",
        "created_by" | "id" | "name"
      >
    }
    Views: {
      contacts: limited<
        Database["public"]["Views"]["contacts"],
        "id" | "name",
        never,
        never
      >
      open_jobs: limited<
        Database["public"]["Views"]["open_jobs"],
        "id" | "title",
        never,
        never
      >
    }
    Functions: Pick<Database["public"]["Functions"], "match">
    Enums: Database["public"]["Enums"]
    CompositeTypes: Database["public"]["CompositeTypes"]
  }
  storage: {
    Tables: {
      objects: limited<
        Database["storage"]["Tables"]["objects"],
        "id" | "owner",
        never,
        never
      >
    }
    Views: {
      [_ in never]: never
    }
    Functions: Pick<Database["storage"]["Functions"], never>
    Enums: Database["storage"]["Enums"]
    CompositeTypes: Database["storage"]["CompositeTypes"]
  }
}

/** What an anonymous caller may read, insert and update: `createClient<Anonymous>(…)`. */
export type Anonymous = {
  audit: {
    Tables: {
      [_ in never]: never
    }
    Views: {
      [_ in never]: never
    }
    Functions: Pick<Database["audit"]["Functions"], never>
    Enums: Database["audit"]["Enums"]
    CompositeTypes: Database["audit"]["CompositeTypes"]
  }
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
      open_lists: limited<
        Database["public"]["Tables"]["open_lists"],
        "id",
        "id",
        "id"
      >
    }
    Views: {
      [_ in never]: never
    }
    Functions: Pick<Database["public"]["Functions"], never>
    Enums: Database["public"]["Enums"]
    CompositeTypes: Database["public"]["CompositeTypes"]
  }
  storage: {
    Tables: {
      [_ in never]: never
    }
    Views: {
      [_ in never]: never
    }
    Functions: Pick<Database["storage"]["Functions"], never>
    Enums: Database["storage"]["Enums"]
    CompositeTypes: Database["storage"]["CompositeTypes"]
  }
}
