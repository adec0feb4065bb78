// Written by schemagen. Do not edit: the next build overwrites it.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

/**
 * The types that the model names and does not spell out. Say what they are anywhere in your own code:
 *
 *     declare module "./database" {
 *       interface JsonTypes { AssetMetadata: { … } }
 *     }
 */
export interface JsonTypes {}

type own<Name extends string> = Name extends keyof JsonTypes ? JsonTypes[Name] : NonNullable<Json>

export type AssetMetadata = own<"AssetMetadata">
export type JobParameters = own<"JobParameters">
export type JobResult = own<"JobResult">
export type SubscriptionEvent = own<"SubscriptionEvent">

export type Database = {
  public: {
    Tables: {
      /** Files that a job produced */
      assets: {
        Row: {
          asset_type: string
          created_at: string
          /** In bytes */
          file_size: number
          id: string
          job_id: string
          metadata: AssetMetadata | null
          storage_path: string
          url: string
          user_id: string
        }
        Insert: {
          asset_type: string
          created_at?: string
          /** In bytes */
          file_size: number
          id?: string
          job_id: string
          metadata?: AssetMetadata | null
          storage_path: string
          url: string
          user_id: string
        }
        Update: {
          asset_type?: string
          created_at?: string
          /** In bytes */
          file_size?: number
          id?: string
          job_id?: string
          metadata?: AssetMetadata | null
          storage_path?: string
          url?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "assets_job_id_fkey"
            columns: ["job_id", "user_id"]
            isOneToOne: false
            referencedRelation: "jobs"
            referencedColumns: ["id", "user_id"]
          },
          {
            foreignKeyName: "assets_user_id_fkey"
            columns: ["user_id"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      /** Work queued on behalf of a user */
      jobs: {
        Row: {
          completed_at: string | null
          created_at: string
          error_message: string | null
          id: string
          job_type: string
          parameters: JobParameters | null
          progress: number
          result: JobResult | null
          status: "queued" | "processing" | "completed" | "failed" | "partial"
          updated_at: string
          user_id: string
        }
        Insert: {
          completed_at?: string | null
          created_at?: string
          error_message?: string | null
          id?: string
          job_type: string
          parameters?: JobParameters | null
          progress?: number
          result?: JobResult | null
          status?: "queued" | "processing" | "completed" | "failed" | "partial"
          updated_at?: string
          user_id: string
        }
        Update: {
          completed_at?: string | null
          created_at?: string
          error_message?: string | null
          id?: string
          job_type?: string
          parameters?: JobParameters | null
          progress?: number
          result?: JobResult | null
          status?: "queued" | "processing" | "completed" | "failed" | "partial"
          updated_at?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "jobs_user_id_fkey"
            columns: ["user_id"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      /** What happened to a subscription, for billing questions */
      subscription_audit: {
        Row: {
          action: string
          created_at: string
          details: SubscriptionEvent | null
          id: string
          stripe_event_id: string | null
          subscription_id: string | null
          user_id: string
        }
        Insert: {
          action: string
          created_at?: string
          details?: SubscriptionEvent | null
          id?: string
          stripe_event_id?: string | null
          subscription_id?: string | null
          user_id: string
        }
        Update: {
          action?: string
          created_at?: string
          details?: SubscriptionEvent | null
          id?: string
          stripe_event_id?: string | null
          subscription_id?: string | null
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "subscription_audit_subscription_id_fkey"
            columns: ["subscription_id"]
            isOneToOne: false
            referencedRelation: "subscriptions"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "subscription_audit_user_id_fkey"
            columns: ["user_id"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      /** Written by the payment webhooks alone */
      subscriptions: {
        Row: {
          cancel_at_period_end: boolean
          created_at: string
          current_period_end: string
          current_period_start: string
          id: string
          status: "active" | "past_due" | "canceled" | "incomplete" | "trialing" | "unpaid"
          stripe_customer_id: string
          stripe_subscription_id: string
          tier: "free" | "pro" | "studio" | "enterprise"
          updated_at: string
          user_id: string
        }
        Insert: {
          cancel_at_period_end?: boolean
          created_at?: string
          current_period_end: string
          current_period_start: string
          id?: string
          status: "active" | "past_due" | "canceled" | "incomplete" | "trialing" | "unpaid"
          stripe_customer_id: string
          stripe_subscription_id: string
          tier: "free" | "pro" | "studio" | "enterprise"
          updated_at?: string
          user_id: string
        }
        Update: {
          cancel_at_period_end?: boolean
          created_at?: string
          current_period_end?: string
          current_period_start?: string
          id?: string
          status?: "active" | "past_due" | "canceled" | "incomplete" | "trialing" | "unpaid"
          stripe_customer_id?: string
          stripe_subscription_id?: string
          tier?: "free" | "pro" | "studio" | "enterprise"
          updated_at?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "subscriptions_user_id_fkey"
            columns: ["user_id"]
            isOneToOne: true
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      /** A user's profile, one for each row of auth.users */
      users: {
        Row: {
          avatar_url: string | null
          created_at: string
          email: string
          id: string
          monthly_usage: number
          name: string | null
          subscription_status: "active" | "past_due" | "canceled" | "incomplete" | "trialing" | "unpaid" | null
          subscription_tier: "free" | "pro" | "studio" | "enterprise"
          updated_at: string
          usage_reset_at: string
        }
        Insert: {
          avatar_url?: string | null
          created_at?: string
          email: string
          id: string
          monthly_usage?: number
          name?: string | null
          subscription_status?: "active" | "past_due" | "canceled" | "incomplete" | "trialing" | "unpaid" | null
          subscription_tier?: "free" | "pro" | "studio" | "enterprise"
          updated_at?: string
          usage_reset_at?: string
        }
        Update: {
          avatar_url?: string | null
          created_at?: string
          email?: string
          id?: string
          monthly_usage?: number
          name?: string | null
          subscription_status?: "active" | "past_due" | "canceled" | "incomplete" | "trialing" | "unpaid" | null
          subscription_tier?: "free" | "pro" | "studio" | "enterprise"
          updated_at?: string
          usage_reset_at?: string
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
  public: {
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
  public: {
    Tables: {
      assets: limited<
        Database["public"]["Tables"]["assets"],
        "asset_type" | "created_at" | "file_size" | "id" | "job_id" | "metadata" | "storage_path" | "url" | "user_id",
        never,
        never
      >
      jobs: limited<
        Database["public"]["Tables"]["jobs"],
        "completed_at" | "created_at" | "error_message" | "id" | "job_type" | "parameters" | "progress" | "result" | "status" | "updated_at" | "user_id",
        "id" | "job_type" | "parameters" | "user_id",
        never
      >
      subscription_audit: limited<
        Database["public"]["Tables"]["subscription_audit"],
        "action" | "created_at" | "details" | "id" | "stripe_event_id" | "subscription_id" | "user_id",
        never,
        never
      >
      subscriptions: limited<
        Database["public"]["Tables"]["subscriptions"],
        "cancel_at_period_end" | "created_at" | "current_period_end" | "current_period_start" | "id" | "status" | "stripe_customer_id" | "stripe_subscription_id" | "tier" | "updated_at" | "user_id",
        never,
        never
      >
      users: limited<
        Database["public"]["Tables"]["users"],
        "avatar_url" | "created_at" | "email" | "id" | "monthly_usage" | "name" | "subscription_status" | "subscription_tier" | "updated_at" | "usage_reset_at",
        never,
        "avatar_url" | "name"
      >
    }
    Views: {
      [_ in never]: never
    }
    Functions: Pick<Database["public"]["Functions"], never>
    Enums: Database["public"]["Enums"]
    CompositeTypes: Database["public"]["CompositeTypes"]
  }
}

/** What an anonymous caller may read, insert and update: `createClient<Anonymous>(…)`. */
export type Anonymous = {
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
