// Written by schemagen. Do not edit: the next build overwrites it.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

/**
 * The types that the model names and does not spell out. Say what they are anywhere in your own code:
 *
 *     declare module "./database" {
 *       interface JsonTypes { JobData: { … } }
 *     }
 */
export interface JsonTypes {}

type own<Name extends string> = Name extends keyof JsonTypes ? JsonTypes[Name] : NonNullable<Json>

export type JobData = own<"JobData">
export type PostizSettings = own<"PostizSettings">
export type ProjectSettings = own<"ProjectSettings">
export type Subtitle = own<"Subtitle">
export type TtsSettings = own<"TtsSettings">

export type Database = {
  public: {
    Tables: {
      api_costs: {
        Row: {
          cost_usd: number
          created_at: string
          id: string
          metadata: NonNullable<Json>
          operation: string
          profile_id: string | null
          provider: string
        }
        Insert: {
          cost_usd: number
          created_at?: string
          id?: string
          metadata?: NonNullable<Json>
          operation: string
          profile_id?: string | null
          provider: string
        }
        Update: {
          cost_usd?: number
          created_at?: string
          id?: string
          metadata?: NonNullable<Json>
          operation?: string
          profile_id?: string | null
          provider?: string
        }
        Relationships: [
          {
            foreignKeyName: "api_costs_profile_id_fkey"
            columns: ["profile_id"]
            isOneToOne: false
            referencedRelation: "profiles"
            referencedColumns: ["id"]
          },
        ]
      }
      /** Words and voice of a clip, one row each */
      editai_clip_content: {
        Row: {
          audio_path: string | null
          clip_id: string
          created_at: string
          id: string
          script: string
          subtitles: Subtitle[]
          updated_at: string
        }
        Insert: {
          audio_path?: string | null
          clip_id: string
          created_at?: string
          id?: string
          script?: string
          subtitles?: Subtitle[]
          updated_at?: string
        }
        Update: {
          audio_path?: string | null
          clip_id?: string
          created_at?: string
          id?: string
          script?: string
          subtitles?: Subtitle[]
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "editai_clip_content_clip_id_fkey"
            columns: ["clip_id"]
            isOneToOne: true
            referencedRelation: "editai_clips"
            referencedColumns: ["id"]
          },
        ]
      }
      editai_clips: {
        Row: {
          created_at: string
          duration_ms: number
          id: string
          is_selected: boolean
          position: number
          project_id: string
          source_path: string
          updated_at: string
        }
        Insert: {
          created_at?: string
          duration_ms: number
          id?: string
          is_selected?: boolean
          position?: number
          project_id: string
          source_path: string
          updated_at?: string
        }
        Update: {
          created_at?: string
          duration_ms?: number
          id?: string
          is_selected?: boolean
          position?: number
          project_id?: string
          source_path?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "editai_clips_project_id_fkey"
            columns: ["project_id"]
            isOneToOne: false
            referencedRelation: "editai_projects"
            referencedColumns: ["id"]
          },
        ]
      }
      editai_project_segments: {
        Row: {
          created_at: string
          end_ms: number
          id: string
          label: string | null
          project_id: string
          start_ms: number
        }
        Insert: {
          created_at?: string
          end_ms: number
          id?: string
          label?: string | null
          project_id: string
          start_ms: number
        }
        Update: {
          created_at?: string
          end_ms?: number
          id?: string
          label?: string | null
          project_id?: string
          start_ms?: number
        }
        Relationships: [
          {
            foreignKeyName: "editai_project_segments_project_id_fkey"
            columns: ["project_id"]
            isOneToOne: false
            referencedRelation: "editai_projects"
            referencedColumns: ["id"]
          },
        ]
      }
      editai_projects: {
        Row: {
          created_at: string
          description: string | null
          id: string
          name: string
          profile_id: string
          settings: ProjectSettings
          status: "draft" | "processing" | "ready" | "failed"
          updated_at: string
          user_id: string
        }
        Insert: {
          created_at?: string
          description?: string | null
          id?: string
          name: string
          profile_id: string
          settings?: ProjectSettings
          status?: "draft" | "processing" | "ready" | "failed"
          updated_at?: string
          user_id?: string
        }
        Update: {
          created_at?: string
          description?: string | null
          id?: string
          name?: string
          profile_id?: string
          settings?: ProjectSettings
          status?: "draft" | "processing" | "ready" | "failed"
          updated_at?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "editai_projects_profile_id_fkey"
            columns: ["profile_id", "user_id"]
            isOneToOne: false
            referencedRelation: "profiles"
            referencedColumns: ["id", "user_id"]
          },
        ]
      }
      /** Background work; it may have no user at all */
      jobs: {
        Row: {
          created_at: string
          data: JobData
          error: string | null
          id: string
          job_type: string
          profile_id: string | null
          progress: number
          status: "queued" | "running" | "completed" | "failed"
          updated_at: string
        }
        Insert: {
          created_at?: string
          data?: JobData
          error?: string | null
          id?: string
          job_type: string
          profile_id?: string | null
          progress?: number
          status?: "queued" | "running" | "completed" | "failed"
          updated_at?: string
        }
        Update: {
          created_at?: string
          data?: JobData
          error?: string | null
          id?: string
          job_type?: string
          profile_id?: string | null
          progress?: number
          status?: "queued" | "running" | "completed" | "failed"
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "jobs_profile_id_fkey"
            columns: ["profile_id"]
            isOneToOne: false
            referencedRelation: "profiles"
            referencedColumns: ["id"]
          },
        ]
      }
      /** A brand or channel of a user, with its voice and its publishing account */
      profiles: {
        Row: {
          created_at: string
          description: string | null
          id: string
          is_default: boolean
          name: string
          postiz_api_url: string | null
          postiz_settings: PostizSettings
          tts_provider: "elevenlabs" | "edge" | "openai" | null
          tts_settings: TtsSettings
          tts_voice_id: string | null
          updated_at: string
          user_id: string
        }
        Insert: {
          created_at?: string
          description?: string | null
          id?: string
          is_default?: boolean
          name: string
          postiz_api_url?: string | null
          postiz_settings?: PostizSettings
          tts_provider?: "elevenlabs" | "edge" | "openai" | null
          tts_settings?: TtsSettings
          tts_voice_id?: string | null
          updated_at?: string
          user_id: string
        }
        Update: {
          created_at?: string
          description?: string | null
          id?: string
          is_default?: boolean
          name?: string
          postiz_api_url?: string | null
          postiz_settings?: PostizSettings
          tts_provider?: "elevenlabs" | "edge" | "openai" | null
          tts_settings?: TtsSettings
          tts_voice_id?: string | null
          updated_at?: string
          user_id?: string
        }
        Relationships: []
      }
    }
    Views: {
      [_ in never]: never
    }
    Functions: {
      /** The default profile of a user, made when there is none */
      ensure_default_profile: {
            Args: { owner_id: string }
            Returns: string
          }
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
      api_costs: limited<
        Database["public"]["Tables"]["api_costs"],
        "cost_usd" | "created_at" | "id" | "metadata" | "operation" | "profile_id" | "provider",
        never,
        never
      >
      editai_clip_content: limited<
        Database["public"]["Tables"]["editai_clip_content"],
        "audio_path" | "clip_id" | "created_at" | "id" | "script" | "subtitles" | "updated_at",
        "audio_path" | "clip_id" | "id" | "script" | "subtitles",
        "audio_path" | "clip_id" | "id" | "script" | "subtitles"
      >
      editai_clips: limited<
        Database["public"]["Tables"]["editai_clips"],
        "created_at" | "duration_ms" | "id" | "is_selected" | "position" | "project_id" | "source_path" | "updated_at",
        "duration_ms" | "id" | "is_selected" | "position" | "project_id" | "source_path",
        "duration_ms" | "id" | "is_selected" | "position" | "project_id" | "source_path"
      >
      editai_project_segments: limited<
        Database["public"]["Tables"]["editai_project_segments"],
        "created_at" | "end_ms" | "id" | "label" | "project_id" | "start_ms",
        "end_ms" | "id" | "label" | "project_id" | "start_ms",
        "end_ms" | "id" | "label" | "project_id" | "start_ms"
      >
      editai_projects: limited<
        Database["public"]["Tables"]["editai_projects"],
        "created_at" | "description" | "id" | "name" | "profile_id" | "settings" | "status" | "updated_at" | "user_id",
        "description" | "id" | "name" | "profile_id" | "settings" | "status" | "user_id",
        "description" | "id" | "name" | "profile_id" | "settings" | "status" | "user_id"
      >
      jobs: limited<
        Database["public"]["Tables"]["jobs"],
        "created_at" | "data" | "error" | "id" | "job_type" | "profile_id" | "progress" | "status" | "updated_at",
        never,
        never
      >
      profiles: limited<
        Database["public"]["Tables"]["profiles"],
        "created_at" | "description" | "id" | "is_default" | "name" | "postiz_api_url" | "postiz_settings" | "tts_provider" | "tts_settings" | "tts_voice_id" | "updated_at" | "user_id",
        "description" | "id" | "is_default" | "name" | "postiz_api_url" | "postiz_settings" | "tts_provider" | "tts_settings" | "tts_voice_id" | "user_id",
        "description" | "id" | "is_default" | "name" | "postiz_api_url" | "postiz_settings" | "tts_provider" | "tts_settings" | "tts_voice_id" | "user_id"
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
