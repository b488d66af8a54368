import type { Choice, Field, Form } from './api.js'
import type { Words } from './words.js'

/** Makes an element; text is never read as markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

function choicesOf(form: Form, name: string): Choice[] | undefined {
  const choices: Record<string, Choice[]> = {
    kind: form.kinds,
    relation: form.relations,
    channel: form.channels,
    medium: form.media,
    'contact.answerBy': form.answerBy,
    'contact.language': form.languages,
    entityId: form.entities.map((entity) => ({ code: entity.entityId ?? '', label: entity.name ?? '' })),
  }
  return choices[name]
}

function control(field: Field, form: Form, words: Words): HTMLElement {
  const common = { id: field.name, name: field.name, required: field.required }
  const choices = choicesOf(form, field.name)
  if (choices !== undefined) {
    const options = choices.map((choice) => element('option', { value: choice.code }, choice.label))
    return element('select', common, element('option', { value: '' }, words.choose), ...options)
  }
  switch (field.name) {
    case 'happenedAt':
    case 'learnedAt':
      return element('input', { ...common, type: 'datetime-local' })
    case 'narrative':
    case 'systems':
    case 'implicated':
    case 'contact.address':
      return element('textarea', { ...common, maxLength: field.maxLength, rows: field.name === 'narrative' ? 8 : 3 })
    case 'contact.email':
      return element('input', { ...common, type: 'email', autocomplete: 'email', maxLength: field.maxLength })
    default:
      return element('input', { ...common, type: 'text', maxLength: field.maxLength })
  }
}

/** A question with yes and no is a group of two, so that nothing is answered by silence. */
function yesOrNo(field: Field, words: Words): HTMLElement {
  const option = (value: string, label: string) => {
    const id = `${field.name}-${value}`
    const radio = element('input', { type: 'radio', name: field.name, id, value, required: field.required })
    return element('div', { className: 'choice' }, radio, element('label', { htmlFor: id }, label))
  }
  const group = element('fieldset', { id: field.name }, element('legend', {}, ...label(field, words)))
  const help = element('p', { className: 'help', id: `${field.name}-help` }, field.help)
  group.setAttribute('aria-describedby', help.id)
  group.append(help, option('true', words.yes), option('false', words.no))
  return group
}

function label(field: Field, words: Words): (Node | string)[] {
  return field.required ? [field.label, ' ', element('span', { className: 'needed' }, `(${words.needed})`)] : [field.label]
}

/** One field with its label and its help, bound to each other for those who do not see them. */
export function question(field: Field, form: Form, words: Words): HTMLElement {
  if (field.name === 'phiPossible' || field.name === 'urgent') {
    return yesOrNo(field, words)
  }
  const asked = control(field, form, words)
  const help = element('p', { className: 'help', id: `${field.name}-help` }, field.help)
  asked.setAttribute('aria-describedby', help.id)
  return element(
    'div',
    { className: 'field' },
    element('label', { htmlFor: field.name }, ...label(field, words)),
    help,
    asked,
  )
}
