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
export type ChapterAnalysis = own<"ChapterAnalysis">
export type ComicStyle = own<"ComicStyle">
export type DialogueLine = own<"DialogueLine">
export type ModelParameters = own<"ModelParameters">
export type NovelMetadata = own<"NovelMetadata">
export type PanelLayout = own<"PanelLayout">
export type TransformationResult = own<"TransformationResult">
export type UserPreferences = own<"UserPreferences">

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
  public: {
    Tables: {
      /** What a model produced; kept when the panel goes */
      ai_assets: {
        Row: {
          byte_size: number
          created_at: string
          deleted_at: string | null
          height: number | null
          id: string
          job_id: string | null
          kind: Database["public"]["Enums"]["asset_kind"]
          metadata: AssetMetadata
          mime_type: string
          model_parameters: ModelParameters
          panel_id: string | null
          project_id: string
          storage_path: string
          updated_at: string
          /** Whom the row belongs to, by its project_id; the database keeps it true */
          user_id: string
          width: number | null
        }
        Insert: {
          byte_size: number
          created_at?: string
          deleted_at?: string | null
          height?: number | null
          id?: string
          job_id?: string | null
          kind: Database["public"]["Enums"]["asset_kind"]
          metadata?: AssetMetadata
          mime_type?: string
          model_parameters?: ModelParameters
          panel_id?: string | null
          project_id: string
          storage_path: string
          updated_at?: string
          /** Whom the row belongs to, by its project_id; the database keeps it true */
          user_id?: string
          width?: number | null
        }
        Update: {
          byte_size?: number
          created_at?: string
          deleted_at?: string | null
          height?: number | null
          id?: string
          job_id?: string | null
          kind?: Database["public"]["Enums"]["asset_kind"]
          metadata?: AssetMetadata
          mime_type?: string
          model_parameters?: ModelParameters
          panel_id?: string | null
          project_id?: string
          storage_path?: string
          updated_at?: string
          /** Whom the row belongs to, by its project_id; the database keeps it true */
          user_id?: string
          width?: number | null
        }
        Relationships: [
          {
            foreignKeyName: "ai_assets_job_id_fkey"
            columns: ["job_id", "user_id"]
            isOneToOne: false
            referencedRelation: "transformation_jobs"
            referencedColumns: ["id", "user_id"]
          },
          {
            foreignKeyName: "ai_assets_panel_id_fkey"
            columns: ["panel_id", "user_id"]
            isOneToOne: false
            referencedRelation: "panels"
            referencedColumns: ["id", "user_id"]
          },
          {
            foreignKeyName: "ai_assets_project_id_fkey"
            columns: ["project_id", "user_id"]
            isOneToOne: false
            referencedRelation: "projects"
            referencedColumns: ["id", "user_id"]
          },
        ]
      }
      chapters: {
        Row: {
          analysis: ChapterAnalysis | null
          body: string
          created_at: string
          deleted_at: string | null
          id: string
          novel_id: string
          number: number
          status: Database["public"]["Enums"]["chapter_status"]
          summary: string | null
          title: string | null
          updated_at: string
          /** Whom the row belongs to, by its novel_id; the database keeps it true */
          user_id: string
        }
        Insert: {
          analysis?: ChapterAnalysis | null
          body?: string
          created_at?: string
          deleted_at?: string | null
          id?: string
          novel_id: string
          number: number
          status?: Database["public"]["Enums"]["chapter_status"]
          summary?: string | null
          title?: string | null
          updated_at?: string
          /** Whom the row belongs to, by its novel_id; the database keeps it true */
          user_id?: string
        }
        Update: {
          analysis?: ChapterAnalysis | null
          body?: string
          created_at?: string
          deleted_at?: string | null
          id?: string
          novel_id?: string
          number?: number
          status?: Database["public"]["Enums"]["chapter_status"]
          summary?: string | null
          title?: string | null
          updated_at?: string
          /** Whom the row belongs to, by its novel_id; the database keeps it true */
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "chapters_novel_id_fkey"
            columns: ["novel_id", "user_id"]
            isOneToOne: false
            referencedRelation: "novels"
            referencedColumns: ["id", "user_id"]
          },
        ]
      }
      novels: {
        Row: {
          author: string | null
          created_at: string
          deleted_at: string | null
          id: string
          language: string
          metadata: NovelMetadata
          project_id: string
          /** Where the manuscript lies in storage */
          source_path: string | null
          title: string
          updated_at: string
          /** Whom the row belongs to, by its project_id; the database keeps it true */
          user_id: string
          word_count: number
        }
        Insert: {
          author?: string | null
          created_at?: string
          deleted_at?: string | null
          id?: string
          language?: string
          metadata?: NovelMetadata
          project_id: string
          /** Where the manuscript lies in storage */
          source_path?: string | null
          title: string
          updated_at?: string
          /** Whom the row belongs to, by its project_id; the database keeps it true */
          user_id?: string
          word_count?: number
        }
        Update: {
          author?: string | null
          created_at?: string
          deleted_at?: string | null
          id?: string
          language?: string
          metadata?: NovelMetadata
          project_id?: string
          /** Where the manuscript lies in storage */
          source_path?: string | null
          title?: string
          updated_at?: string
          /** Whom the row belongs to, by its project_id; the database keeps it true */
          user_id?: string
          word_count?: number
        }
        Relationships: [
          {
            foreignKeyName: "novels_project_id_fkey"
            columns: ["project_id", "user_id"]
            isOneToOne: false
            referencedRelation: "projects"
            referencedColumns: ["id", "user_id"]
          },
        ]
      }
      panels: {
        Row: {
          chapter_id: string
          created_at: string
          deleted_at: string | null
          dialogue: DialogueLine[]
          id: string
          layout: PanelLayout
          page: number
          position: number
          prompt: string
          updated_at: string
          /** Whom the row belongs to, by its chapter_id; the database keeps it true */
          user_id: string
        }
        Insert: {
          chapter_id: string
          created_at?: string
          deleted_at?: string | null
          dialogue?: DialogueLine[]
          id?: string
          layout?: PanelLayout
          page: number
          position: number
          prompt?: string
          updated_at?: string
          /** Whom the row belongs to, by its chapter_id; the database keeps it true */
          user_id?: string
        }
        Update: {
          chapter_id?: string
          created_at?: string
          deleted_at?: string | null
          dialogue?: DialogueLine[]
          id?: string
          layout?: PanelLayout
          page?: number
          position?: number
          prompt?: string
          updated_at?: string
          /** Whom the row belongs to, by its chapter_id; the database keeps it true */
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "panels_chapter_id_fkey"
            columns: ["chapter_id", "user_id"]
            isOneToOne: false
            referencedRelation: "chapters"
            referencedColumns: ["id", "user_id"]
          },
        ]
      }
      /** One adaptation, from the text to the finished pages */
      projects: {
        Row: {
          created_at: string
          deleted_at: string | null
          description: string | null
          id: string
          published_at: string | null
          slug: string
          status: Database["public"]["Enums"]["project_status"]
          /** Art direction for all its panels */
          style: ComicStyle
          title: string
          updated_at: string
          user_id: string
        }
        Insert: {
          created_at?: string
          deleted_at?: string | null
          description?: string | null
          id?: string
          published_at?: string | null
          slug: string
          status?: Database["public"]["Enums"]["project_status"]
          /** Art direction for all its panels */
          style?: ComicStyle
          title: string
          updated_at?: string
          user_id: string
        }
        Update: {
          created_at?: string
          deleted_at?: string | null
          description?: string | null
          id?: string
          published_at?: string | null
          slug?: string
          status?: Database["public"]["Enums"]["project_status"]
          /** Art direction for all its panels */
          style?: ComicStyle
          title?: string
          updated_at?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "projects_user_id_fkey"
            columns: ["user_id"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      /** One run of the pipeline */
      transformation_jobs: {
        Row: {
          chapter_id: string | null
          cost_cents: number
          created_at: string
          error_message: string | null
          finished_at: string | null
          id: string
          kind: Database["public"]["Enums"]["job_kind"]
          /** Name and version of the model that ran */
          model: string | null
          parameters: ModelParameters
          progress: number
          project_id: string
          result: TransformationResult | null
          started_at: string | null
          status: Database["public"]["Enums"]["job_status"]
          updated_at: string
          /** Whom the row belongs to, by its project_id; the database keeps it true */
          user_id: string
        }
        Insert: {
          chapter_id?: string | null
          cost_cents?: number
          created_at?: string
          error_message?: string | null
          finished_at?: string | null
          id?: string
          kind: Database["public"]["Enums"]["job_kind"]
          /** Name and version of the model that ran */
          model?: string | null
          parameters?: ModelParameters
          progress?: number
          project_id: string
          result?: TransformationResult | null
          started_at?: string | null
          status?: Database["public"]["Enums"]["job_status"]
          updated_at?: string
          /** Whom the row belongs to, by its project_id; the database keeps it true */
          user_id?: string
        }
        Update: {
          chapter_id?: string | null
          cost_cents?: number
          created_at?: string
          error_message?: string | null
          finished_at?: string | null
          id?: string
          kind?: Database["public"]["Enums"]["job_kind"]
          /** Name and version of the model that ran */
          model?: string | null
          parameters?: ModelParameters
          progress?: number
          project_id?: string
          result?: TransformationResult | null
          started_at?: string | null
          status?: Database["public"]["Enums"]["job_status"]
          updated_at?: string
          /** Whom the row belongs to, by its project_id; the database keeps it true */
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "transformation_jobs_chapter_id_fkey"
            columns: ["chapter_id", "user_id"]
            isOneToOne: false
            referencedRelation: "chapters"
            referencedColumns: ["id", "user_id"]
          },
          {
            foreignKeyName: "transformation_jobs_project_id_fkey"
            columns: ["project_id", "user_id"]
            isOneToOne: false
            referencedRelation: "projects"
            referencedColumns: ["id", "user_id"]
          },
        ]
      }
      /** A user's profile, one for each row of auth.users */
      users: {
        Row: {
          avatar_url: string | null
          created_at: string
          credits: number
          display_name: string | null
          email: string
          id: string
          preferences: UserPreferences
          tier: Database["public"]["Enums"]["subscription_tier"]
          updated_at: string
        }
        Insert: {
          avatar_url?: string | null
          created_at?: string
          credits?: number
          display_name?: string | null
          email: string
          id: string
          preferences?: UserPreferences
          tier?: Database["public"]["Enums"]["subscription_tier"]
          updated_at?: string
        }
        Update: {
          avatar_url?: string | null
          created_at?: string
          credits?: number
          display_name?: string | null
          email?: string
          id?: string
          preferences?: UserPreferences
          tier?: Database["public"]["Enums"]["subscription_tier"]
          updated_at?: string
        }
        Relationships: []
      }
    }
    Views: {
      /** A project with what it holds, for the dashboard */
      project_overview: {
        Row: {
          chapters: number
          id: string
          novels: number
          panels: number
          status: Database["public"]["Enums"]["project_status"]
          title: string
        }
        Insert: {
          chapters?: never
          id?: string | null
          novels?: never
          panels?: never
          status?: Database["public"]["Enums"]["project_status"] | null
          title?: string | null
        }
        Update: {
          chapters?: never
          id?: string | null
          novels?: never
          panels?: never
          status?: Database["public"]["Enums"]["project_status"] | null
          title?: string | null
        }
        Relationships: []
      }
    }
    Functions: {
      [_ in never]: never
    }
    Enums: {
      asset_kind: "character_sheet" | "background" | "panel_image" | "page" | "cover"
      chapter_status: "imported" | "analyzed" | "storyboarded" | "rendered"
      job_kind: "chapter_analysis" | "character_extraction" | "storyboard" | "panel_render" | "lettering"
      job_status: "queued" | "running" | "succeeded" | "failed" | "canceled"
      project_status: "draft" | "in_progress" | "published" | "archived"
      subscription_tier: "free" | "creator" | "studio"
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
  public: {
    Enums: {
      asset_kind: ["character_sheet", "background", "panel_image", "page", "cover"],
      chapter_status: ["imported", "analyzed", "storyboarded", "rendered"],
      job_kind: ["chapter_analysis", "character_extraction", "storyboard", "panel_render", "lettering"],
      job_status: ["queued", "running", "succeeded", "failed", "canceled"],
      project_status: ["draft", "in_progress", "published", "archived"],
      subscription_tier: ["free", "creator", "studio"],
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
  public: {
    Tables: {
      ai_assets: limited<
        Database["public"]["Tables"]["ai_assets"],
        "byte_size" | "created_at" | "deleted_at" | "height" | "id" | "job_id" | "kind" | "metadata" | "mime_type" | "model_parameters" | "panel_id" | "project_id" | "storage_path" | "updated_at" | "user_id" | "width",
        never,
        never
      >
      chapters: limited<
        Database["public"]["Tables"]["chapters"],
        "analysis" | "body" | "created_at" | "deleted_at" | "id" | "novel_id" | "number" | "status" | "summary" | "title" | "updated_at" | "user_id",
        "analysis" | "body" | "deleted_at" | "id" | "novel_id" | "number" | "status" | "summary" | "title" | "user_id",
        "analysis" | "body" | "deleted_at" | "id" | "novel_id" | "number" | "status" | "summary" | "title" | "user_id"
      >
      novels: limited<
        Database["public"]["Tables"]["novels"],
        "author" | "created_at" | "deleted_at" | "id" | "language" | "metadata" | "project_id" | "source_path" | "title" | "updated_at" | "user_id" | "word_count",
        "author" | "deleted_at" | "id" | "language" | "metadata" | "project_id" | "source_path" | "title" | "user_id" | "word_count",
        "author" | "deleted_at" | "id" | "language" | "metadata" | "project_id" | "source_path" | "title" | "user_id" | "word_count"
      >
      panels: limited<
        Database["public"]["Tables"]["panels"],
        "chapter_id" | "created_at" | "deleted_at" | "dialogue" | "id" | "layout" | "page" | "position" | "prompt" | "updated_at" | "user_id",
        "chapter_id" | "deleted_at" | "dialogue" | "id" | "layout" | "page" | "position" | "prompt" | "user_id",
        "chapter_id" | "deleted_at" | "dialogue" | "id" | "layout" | "page" | "position" | "prompt" | "user_id"
      >
      projects: limited<
        Database["public"]["Tables"]["projects"],
        "created_at" | "deleted_at" | "description" | "id" | "published_at" | "slug" | "status" | "style" | "title" | "updated_at" | "user_id",
        "deleted_at" | "description" | "id" | "published_at" | "slug" | "status" | "style" | "title" | "user_id",
        "deleted_at" | "description" | "id" | "published_at" | "slug" | "status" | "style" | "title" | "user_id"
      >
      transformation_jobs: limited<
        Database["public"]["Tables"]["transformation_jobs"],
        "chapter_id" | "cost_cents" | "created_at" | "error_message" | "finished_at" | "id" | "kind" | "model" | "parameters" | "progress" | "project_id" | "result" | "started_at" | "status" | "updated_at" | "user_id",
        "chapter_id" | "id" | "kind" | "parameters" | "project_id" | "user_id",
        never
      >
      users: limited<
        Database["public"]["Tables"]["users"],
        "avatar_url" | "created_at" | "credits" | "display_name" | "email" | "id" | "preferences" | "tier" | "updated_at",
        never,
        "avatar_url" | "display_name" | "preferences"
      >
    }
    Views: {
      project_overview: limited<
        Database["public"]["Views"]["project_overview"],
        "chapters" | "id" | "novels" | "panels" | "status" | "title",
        never,
        never
      >
    }
    Functions: Pick<Database["public"]["Functions"], never>
    Enums: Database["public"]["Enums"]
    CompositeTypes: Database["public"]["CompositeTypes"]
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
  public: {
    Tables: {
      chapters: limited<
        Database["public"]["Tables"]["chapters"],
        "analysis" | "body" | "created_at" | "deleted_at" | "id" | "novel_id" | "number" | "status" | "summary" | "title" | "updated_at" | "user_id",
        never,
        never
      >
      novels: limited<
        Database["public"]["Tables"]["novels"],
        "author" | "created_at" | "deleted_at" | "id" | "language" | "metadata" | "project_id" | "source_path" | "title" | "updated_at" | "user_id" | "word_count",
        never,
        never
      >
      panels: limited<
        Database["public"]["Tables"]["panels"],
        "chapter_id" | "created_at" | "deleted_at" | "dialogue" | "id" | "layout" | "page" | "position" | "prompt" | "updated_at" | "user_id",
        never,
        never
      >
      projects: limited<
        Database["public"]["Tables"]["projects"],
        "created_at" | "deleted_at" | "description" | "id" | "published_at" | "slug" | "status" | "style" | "title" | "updated_at" | "user_id",
        never,
        never
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
