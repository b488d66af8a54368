import createClient, { type Client } from 'openapi-fetch'
import type { components, paths } from './schema.js'

export type Form = components['schemas']['ReportForm']
export type Field = components['schemas']['FormField']
export type Choice = components['schemas']['Choice']
export type Report = components['schemas']['ReportRequest']
export type Receipt = components['schemas']['Receipt']

/** What a service answers when it refuses (RFC 9457). */
export interface Problem {
  title: string
  errors?: { field: string; message: string }[]
}

export type Api = Client<paths>

export function apiAt(origin: string): Api {
  return createClient<paths>({ baseUrl: origin })
}
