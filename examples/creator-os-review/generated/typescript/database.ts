// Written by schemagen. Do not edit: the next build overwrites it.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

/**
 * The types that the model names and does not spell out. Say what they are anywhere in your own code:
 *
 *     declare module "./database" {
 *       interface JsonTypes { ContentMetadata: { … } }
 *     }
 */
export interface JsonTypes {}

type own<Name extends string> = Name extends keyof JsonTypes ? JsonTypes[Name] : NonNullable<Json>

export type ContentMetadata = own<"ContentMetadata">
export type FrameworkStructure = own<"FrameworkStructure">
export type MarketReport = own<"MarketReport">
export type ProjectMetadata = own<"ProjectMetadata">

export type Database = {
  public: {
    Tables: {
      audience_profiles: {
        Row: {
          created_at: string
          /** Whom the row belongs to, by its project_id; the database keeps it true */
          creator_mind_id: string
          demographics: NonNullable<Json>
          description: string | null
          expertise_level: "beginner" | "intermediate" | "advanced" | null
          goals: string[]
          id: string
          metadata: NonNullable<Json>
          name: string
          objections: string[]
          pain_points: string[]
          project_id: string
          psychographics: NonNullable<Json>
          updated_at: string
        }
        Insert: {
          created_at?: string
          /** Whom the row belongs to, by its project_id; the database keeps it true */
          creator_mind_id?: string
          demographics?: NonNullable<Json>
          description?: string | null
          expertise_level?: "beginner" | "intermediate" | "advanced" | null
          goals?: string[]
          id?: string
          metadata?: NonNullable<Json>
          name: string
          objections?: string[]
          pain_points?: string[]
          project_id: string
          psychographics?: NonNullable<Json>
          updated_at?: string
        }
        Update: {
          created_at?: string
          /** Whom the row belongs to, by its project_id; the database keeps it true */
          creator_mind_id?: string
          demographics?: NonNullable<Json>
          description?: string | null
          expertise_level?: "beginner" | "intermediate" | "advanced" | null
          goals?: string[]
          id?: string
          metadata?: NonNullable<Json>
          name?: string
          objections?: string[]
          pain_points?: string[]
          project_id?: string
          psychographics?: NonNullable<Json>
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "audience_profiles_project_id_fkey"
            columns: ["project_id", "creator_mind_id"]
            isOneToOne: false
            referencedRelation: "content_projects"
            referencedColumns: ["id", "creator_mind_id"]
          },
        ]
      }
      content_frameworks: {
        Row: {
          created_at: string
          description: string | null
          framework_type: string
          id: string
          is_active: boolean
          name: string
          slug: string
          structure: FrameworkStructure
          updated_at: string
          version: number
        }
        Insert: {
          created_at?: string
          description?: string | null
          framework_type: string
          id?: string
          is_active?: boolean
          name: string
          slug: string
          structure?: FrameworkStructure
          updated_at?: string
          version?: number
        }
        Update: {
          created_at?: string
          description?: string | null
          framework_type?: string
          id?: string
          is_active?: boolean
          name?: string
          slug?: string
          structure?: FrameworkStructure
          updated_at?: string
          version?: number
        }
        Relationships: []
      }
      content_minds: {
        Row: {
          content_id: string
          created_at: string
          /** Whom the row belongs to, by its content_id; the database keeps it true */
          creator_mind_id: string
          is_primary: boolean
          mind_id: string
          role: string
        }
        Insert: {
          content_id: string
          created_at?: string
          /** Whom the row belongs to, by its content_id; the database keeps it true */
          creator_mind_id?: string
          is_primary?: boolean
          mind_id: string
          role?: string
        }
        Update: {
          content_id?: string
          created_at?: string
          /** Whom the row belongs to, by its content_id; the database keeps it true */
          creator_mind_id?: string
          is_primary?: boolean
          mind_id?: string
          role?: string
        }
        Relationships: [
          {
            foreignKeyName: "content_minds_content_id_fkey"
            columns: ["content_id", "creator_mind_id"]
            isOneToOne: false
            referencedRelation: "contents"
            referencedColumns: ["id", "creator_mind_id"]
          },
          {
            foreignKeyName: "content_minds_mind_id_fkey"
            columns: ["mind_id"]
            isOneToOne: false
            referencedRelation: "minds"
            referencedColumns: ["id"]
          },
        ]
      }
      content_projects: {
        Row: {
          created_at: string
          /** Mind that creates the project */
          creator_mind_id: string
          deleted_at: string | null
          description: string | null
          id: string
          name: string
          /** Mind whose voice the generated content takes on */
          persona_mind_id: string | null
          project_metadata: ProjectMetadata
          project_type: string
          slug: string
          status: "planning" | "in_progress" | "completed" | "archived"
          target_audience_id: string | null
          updated_at: string
        }
        Insert: {
          created_at?: string
          /** Mind that creates the project */
          creator_mind_id: string
          deleted_at?: string | null
          description?: string | null
          id?: string
          name: string
          /** Mind whose voice the generated content takes on */
          persona_mind_id?: string | null
          project_metadata?: ProjectMetadata
          project_type?: string
          slug: string
          status?: "planning" | "in_progress" | "completed" | "archived"
          target_audience_id?: string | null
          updated_at?: string
        }
        Update: {
          created_at?: string
          /** Mind that creates the project */
          creator_mind_id?: string
          deleted_at?: string | null
          description?: string | null
          id?: string
          name?: string
          /** Mind whose voice the generated content takes on */
          persona_mind_id?: string | null
          project_metadata?: ProjectMetadata
          project_type?: string
          slug?: string
          status?: "planning" | "in_progress" | "completed" | "archived"
          target_audience_id?: string | null
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "content_projects_creator_mind_id_fkey"
            columns: ["creator_mind_id"]
            isOneToOne: false
            referencedRelation: "minds"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "content_projects_persona_mind_id_fkey"
            columns: ["persona_mind_id"]
            isOneToOne: false
            referencedRelation: "minds"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "content_projects_target_audience_id_fkey"
            columns: ["target_audience_id", "creator_mind_id"]
            isOneToOne: false
            referencedRelation: "audience_profiles"
            referencedColumns: ["id", "creator_mind_id"]
          },
        ]
      }
      content_tags: {
        Row: {
          content_id: string
          created_at: string
          /** Whom the row belongs to, by its content_id; the database keeps it true */
          creator_mind_id: string
          relevance: number | null
          tag_id: string
        }
        Insert: {
          content_id: string
          created_at?: string
          /** Whom the row belongs to, by its content_id; the database keeps it true */
          creator_mind_id?: string
          relevance?: number | null
          tag_id: string
        }
        Update: {
          content_id?: string
          created_at?: string
          /** Whom the row belongs to, by its content_id; the database keeps it true */
          creator_mind_id?: string
          relevance?: number | null
          tag_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "content_tags_content_id_fkey"
            columns: ["content_id", "creator_mind_id"]
            isOneToOne: false
            referencedRelation: "contents"
            referencedColumns: ["id", "creator_mind_id"]
          },
          {
            foreignKeyName: "content_tags_tag_id_fkey"
            columns: ["tag_id"]
            isOneToOne: false
            referencedRelation: "tags"
            referencedColumns: ["id"]
          },
        ]
      }
      contents: {
        Row: {
          ai_generated: boolean
          content: string | null
          content_type: string
          created_at: string
          /** Whom the row belongs to, by its project_id; the database keeps it true */
          creator_mind_id: string
          deleted_at: string | null
          fidelity_score: number | null
          framework_id: string | null
          generation_execution_id: string | null
          id: string
          keywords: string[]
          metadata: ContentMetadata
          parent_content_id: string | null
          project_id: string
          published_at: string | null
          reviewed_at: string | null
          sequence_order: number | null
          slug: string
          status: "draft" | "reviewed" | "published" | "archived"
          summary: string | null
          title: string
          updated_at: string
        }
        Insert: {
          ai_generated?: boolean
          content?: string | null
          content_type: string
          created_at?: string
          /** Whom the row belongs to, by its project_id; the database keeps it true */
          creator_mind_id?: string
          deleted_at?: string | null
          fidelity_score?: number | null
          framework_id?: string | null
          generation_execution_id?: string | null
          id?: string
          keywords?: string[]
          metadata?: ContentMetadata
          parent_content_id?: string | null
          project_id: string
          published_at?: string | null
          reviewed_at?: string | null
          sequence_order?: number | null
          slug: string
          status?: "draft" | "reviewed" | "published" | "archived"
          summary?: string | null
          title: string
          updated_at?: string
        }
        Update: {
          ai_generated?: boolean
          content?: string | null
          content_type?: string
          created_at?: string
          /** Whom the row belongs to, by its project_id; the database keeps it true */
          creator_mind_id?: string
          deleted_at?: string | null
          fidelity_score?: number | null
          framework_id?: string | null
          generation_execution_id?: string | null
          id?: string
          keywords?: string[]
          metadata?: ContentMetadata
          parent_content_id?: string | null
          project_id?: string
          published_at?: string | null
          reviewed_at?: string | null
          sequence_order?: number | null
          slug?: string
          status?: "draft" | "reviewed" | "published" | "archived"
          summary?: string | null
          title?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "contents_framework_id_fkey"
            columns: ["framework_id"]
            isOneToOne: false
            referencedRelation: "content_frameworks"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "contents_parent_content_id_fkey"
            columns: ["parent_content_id", "creator_mind_id"]
            isOneToOne: false
            referencedRelation: "contents"
            referencedColumns: ["id", "creator_mind_id"]
          },
          {
            foreignKeyName: "contents_project_id_fkey"
            columns: ["project_id", "creator_mind_id"]
            isOneToOne: false
            referencedRelation: "content_projects"
            referencedColumns: ["id", "creator_mind_id"]
          },
        ]
      }
      /** Reports about a project's market, of any kind */
      market_research: {
        Row: {
          competitors_count: number | null
          created_at: string
          /** Whom the row belongs to, by its project_id; the database keeps it true */
          creator_mind_id: string
          id: string
          project_id: string
          report_data: MarketReport
          /** competitive_analysis, keyword_research and others */
          research_type: string
        }
        Insert: {
          competitors_count?: number | null
          created_at?: string
          /** Whom the row belongs to, by its project_id; the database keeps it true */
          creator_mind_id?: string
          id?: string
          project_id: string
          report_data: MarketReport
          /** competitive_analysis, keyword_research and others */
          research_type: string
        }
        Update: {
          competitors_count?: number | null
          created_at?: string
          /** Whom the row belongs to, by its project_id; the database keeps it true */
          creator_mind_id?: string
          id?: string
          project_id?: string
          report_data?: MarketReport
          /** competitive_analysis, keyword_research and others */
          research_type?: string
        }
        Relationships: [
          {
            foreignKeyName: "market_research_project_id_fkey"
            columns: ["project_id", "creator_mind_id"]
            isOneToOne: false
            referencedRelation: "content_projects"
            referencedColumns: ["id", "creator_mind_id"]
          },
        ]
      }
      minds: {
        Row: {
          created_at: string
          display_name: string
          id: string
          primary_language: string
          privacy_level: "private" | "unlisted" | "public"
          slug: string
          updated_at: string
        }
        Insert: {
          created_at?: string
          display_name: string
          id?: string
          primary_language?: string
          privacy_level?: "private" | "unlisted" | "public"
          slug: string
          updated_at?: string
        }
        Update: {
          created_at?: string
          display_name?: string
          id?: string
          primary_language?: string
          privacy_level?: "private" | "unlisted" | "public"
          slug?: string
          updated_at?: string
        }
        Relationships: []
      }
      tags: {
        Row: {
          created_at: string
          id: string
          name: string
          slug: string
        }
        Insert: {
          created_at?: string
          id?: string
          name: string
          slug: string
        }
        Update: {
          created_at?: string
          id?: string
          name?: string
          slug?: string
        }
        Relationships: []
      }
      user_profiles: {
        Row: {
          created_at: string
          id: string
          mind_id: string | null
          updated_at: string
        }
        Insert: {
          created_at?: string
          id: string
          mind_id?: string | null
          updated_at?: string
        }
        Update: {
          created_at?: string
          id?: string
          mind_id?: string | null
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "user_profiles_mind_id_fkey"
            columns: ["mind_id"]
            isOneToOne: false
            referencedRelation: "minds"
            referencedColumns: ["id"]
          },
        ]
      }
    }
    Views: {
      [_ in never]: never
    }
    Functions: {
      current_mind_id: {
            Args: Record<PropertyKey, never>
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
      audience_profiles: limited<
        Database["public"]["Tables"]["audience_profiles"],
        "created_at" | "creator_mind_id" | "demographics" | "description" | "expertise_level" | "goals" | "id" | "metadata" | "name" | "objections" | "pain_points" | "project_id" | "psychographics" | "updated_at",
        "creator_mind_id" | "demographics" | "description" | "expertise_level" | "goals" | "id" | "metadata" | "name" | "objections" | "pain_points" | "project_id" | "psychographics",
        "creator_mind_id" | "demographics" | "description" | "expertise_level" | "goals" | "id" | "metadata" | "name" | "objections" | "pain_points" | "project_id" | "psychographics"
      >
      content_frameworks: limited<
        Database["public"]["Tables"]["content_frameworks"],
        "created_at" | "description" | "framework_type" | "id" | "is_active" | "name" | "slug" | "structure" | "updated_at" | "version",
        never,
        never
      >
      content_minds: limited<
        Database["public"]["Tables"]["content_minds"],
        "content_id" | "created_at" | "creator_mind_id" | "is_primary" | "mind_id" | "role",
        "content_id" | "creator_mind_id" | "is_primary" | "mind_id" | "role",
        "content_id" | "creator_mind_id" | "is_primary" | "mind_id" | "role"
      >
      content_projects: limited<
        Database["public"]["Tables"]["content_projects"],
        "created_at" | "creator_mind_id" | "deleted_at" | "description" | "id" | "name" | "persona_mind_id" | "project_metadata" | "project_type" | "slug" | "status" | "target_audience_id" | "updated_at",
        "creator_mind_id" | "deleted_at" | "description" | "id" | "name" | "persona_mind_id" | "project_metadata" | "project_type" | "slug" | "status" | "target_audience_id",
        "creator_mind_id" | "deleted_at" | "description" | "id" | "name" | "persona_mind_id" | "project_metadata" | "project_type" | "slug" | "status" | "target_audience_id"
      >
      content_tags: limited<
        Database["public"]["Tables"]["content_tags"],
        "content_id" | "created_at" | "creator_mind_id" | "relevance" | "tag_id",
        "content_id" | "creator_mind_id" | "relevance" | "tag_id",
        "content_id" | "creator_mind_id" | "relevance" | "tag_id"
      >
      contents: limited<
        Database["public"]["Tables"]["contents"],
        "ai_generated" | "content" | "content_type" | "created_at" | "creator_mind_id" | "deleted_at" | "fidelity_score" | "framework_id" | "generation_execution_id" | "id" | "keywords" | "metadata" | "parent_content_id" | "project_id" | "published_at" | "reviewed_at" | "sequence_order" | "slug" | "status" | "summary" | "title" | "updated_at",
        "ai_generated" | "content" | "content_type" | "creator_mind_id" | "deleted_at" | "fidelity_score" | "framework_id" | "generation_execution_id" | "id" | "keywords" | "metadata" | "parent_content_id" | "project_id" | "published_at" | "reviewed_at" | "sequence_order" | "slug" | "status" | "summary" | "title",
        "ai_generated" | "content" | "content_type" | "creator_mind_id" | "deleted_at" | "fidelity_score" | "framework_id" | "generation_execution_id" | "id" | "keywords" | "metadata" | "parent_content_id" | "project_id" | "published_at" | "reviewed_at" | "sequence_order" | "slug" | "status" | "summary" | "title"
      >
      market_research: limited<
        Database["public"]["Tables"]["market_research"],
        "competitors_count" | "created_at" | "creator_mind_id" | "id" | "project_id" | "report_data" | "research_type",
        "competitors_count" | "creator_mind_id" | "id" | "project_id" | "report_data" | "research_type",
        "competitors_count" | "creator_mind_id" | "id" | "project_id" | "report_data" | "research_type"
      >
      minds: limited<
        Database["public"]["Tables"]["minds"],
        "created_at" | "display_name" | "id" | "primary_language" | "privacy_level" | "slug" | "updated_at",
        never,
        "display_name" | "primary_language" | "privacy_level"
      >
      tags: limited<
        Database["public"]["Tables"]["tags"],
        "created_at" | "id" | "name" | "slug",
        never,
        never
      >
      user_profiles: limited<
        Database["public"]["Tables"]["user_profiles"],
        "created_at" | "id" | "mind_id" | "updated_at",
        never,
        never
      >
    }
    Views: {
      [_ in never]: never
    }
    Functions: Pick<Database["public"]["Functions"], "current_mind_id">
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
