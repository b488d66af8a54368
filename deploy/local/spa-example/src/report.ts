import type { Report } from './api.js'

function text(data: FormData, name: string): string | undefined {
  const value = data.get(name)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function lines(data: FormData, name: string): string[] | undefined {
  return text(data, name)
    ?.split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The instant, with the offset of this computer: the form asks for local time. */
function instant(data: FormData, name: string): string | undefined {
  const local = text(data, name)
  return local === undefined ? undefined : new Date(local).toISOString()
}

function truth(data: FormData, name: string): boolean | undefined {
  const value = text(data, name)
  return value === undefined ? undefined : value === 'true'
}

/** Leaves out what was not answered, so that nothing is claimed that nobody said. */
function said<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
}

/** The report that the form's answers make. */
export function reportOf(data: FormData): Report {
  const name = text(data, 'contact.name')
  const contact =
    name === undefined
      ? undefined
      : said<NonNullable<Report['contact']>>({
          name,
          answerBy: (text(data, 'contact.answerBy') ?? 'MAILBOX') as 'LETTER' | 'EMAIL' | 'MAILBOX',
          email: text(data, 'contact.email'),
          phone: text(data, 'contact.phone'),
          address: text(data, 'contact.address'),
          language: text(data, 'contact.language'),
        })
  return said<Report>({
    entityId: text(data, 'entityId'),
    kind: text(data, 'kind') as Report['kind'],
    relation: text(data, 'relation') as Report['relation'],
    channel: text(data, 'channel') as Report['channel'],
    medium: text(data, 'medium') as Report['medium'],
    happenedAt: instant(data, 'happenedAt'),
    learnedAt: instant(data, 'learnedAt'),
    latenessReason: text(data, 'latenessReason'),
    place: text(data, 'place'),
    systems: lines(data, 'systems'),
    implicated: lines(data, 'implicated'),
    phiPossible: truth(data, 'phiPossible') ?? true,
    urgent: truth(data, 'urgent'),
    narrative: text(data, 'narrative') ?? '',
    contact,
  } as { [K in keyof Report]: Report[K] | undefined })
}
