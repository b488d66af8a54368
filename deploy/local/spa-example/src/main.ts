import { type Api, apiAt, type Field, type Form, type Problem, type Receipt } from './api.js'
import { element, question } from './fields.js'
import { reportOf } from './report.js'
import { answered, type Provider, signIn } from './sign-in.js'
import { type Language, words } from './words.js'

interface Config extends Provider {
  api: string
}

/** Fields that this example does not know are left to clients that do; new ones do not break it. */
const SHOWN = new Set([
  'entityId', 'kind', 'relation', 'channel', 'medium', 'happenedAt', 'learnedAt', 'latenessReason', 'place', 'systems', 'implicated',
  'phiPossible', 'urgent', 'narrative', 'contact.name', 'contact.answerBy', 'contact.email', 'contact.phone',
  'contact.address', 'contact.language',
])

const main = document.querySelector('main') as HTMLElement

class Page {
  private language: Language = navigator.language.startsWith('es') ? 'es' : 'en'
  private retryKey = crypto.randomUUID()
  private asked: Field[] = []
  private promise = ''

  constructor(
    private readonly api: Api,
    private readonly provider: Provider,
    private readonly token: string | undefined,
  ) {}

  start(): Promise<void> {
    button('language').onclick = () => {
      this.language = this.language === 'en' ? 'es' : 'en'
      void this.show()
    }
    button('account').onclick = () => void signIn(this.provider)
    return this.show()
  }

  private get words() {
    return words[this.language]
  }

  private async show(): Promise<void> {
    this.frame()
    try {
      const { data } = await this.api.GET('/intake/form', { headers: { 'Accept-Language': this.language } })
      if (data === undefined) {
        this.problem(this.words.away, [])
        return
      }
      this.promise = data.nonRetaliation
      main.replaceChildren(
        element('section', { className: 'card promise' }, element('p', {}, data.nonRetaliation)),
        ...(this.token === undefined ? [element('section', { className: 'card' }, element('p', {}, data.anonymity))] : []),
        this.form(data),
      )
    } catch {
      this.problem(this.words.away, [])
    }
  }

  private frame(): void {
    document.documentElement.lang = this.language
    document.title = this.words.title
    const title = document.getElementById('title') as HTMLElement
    title.textContent = this.words.title
    const language = button('language')
    language.textContent = this.words.other
    language.lang = this.language === 'en' ? 'es' : 'en'
    const account = button('account')
    account.textContent = this.words.signIn
    account.hidden = this.token !== undefined
    const who = document.getElementById('who') as HTMLElement
    who.textContent = this.token === undefined ? this.words.withoutName : this.words.signedIn
  }

  private form(data: Form): HTMLFormElement {
    this.asked = data.fields.filter((field) => this.isAsked(field, data))
    const send = element('button', { type: 'submit', className: 'main' }, this.words.send)
    const form = element('form', {}, ...this.asked.map((field) => question(field, data, this.words)), send)
    preset(form, 'channel', 'ONLINE')
    preset(form, 'entityId', data.entities.length === 1 ? (data.entities[0]?.entityId ?? '') : '')
    form.onsubmit = (event) => {
      event.preventDefault()
      send.disabled = true
      send.textContent = this.words.sending
      void this.send(form).finally(() => {
        send.disabled = false
        send.textContent = this.words.send
      })
    }
    return form
  }

  private isAsked(field: Field, data: Form): boolean {
    const named = this.token !== undefined && field.name.startsWith('contact.')
    const onlyOne = field.name === 'entityId' && data.entities.length < 2
    return SHOWN.has(field.name) && !named && !onlyOne
  }

  private async send(form: HTMLFormElement): Promise<void> {
    try {
      const headers: Record<string, string> = { 'Accept-Language': this.language }
      if (this.token !== undefined) {
        headers['Authorization'] = `Bearer ${this.token}`
      }
      const { data, error } = await this.api.POST('/intake/reports', {
        params: { header: { 'Idempotency-Key': this.retryKey } },
        body: reportOf(new FormData(form)),
        headers,
      })
      if (data === undefined) {
        const problem = error as unknown as Problem
        this.retryKey = crypto.randomUUID()
        this.problem(problem.title, problem.errors ?? [])
      } else {
        this.thank(data)
      }
    } catch {
      this.problem(this.words.away, [])
    }
  }

  /** Above the form, which keeps what was written; who does not see it is led there. */
  private problem(title: string, errors: { field: string; message: string }[]): void {
    document.getElementById('problem')?.remove()
    const list = errors.map((error) => {
      const id = error.field.slice(1).replaceAll('/', '.')
      const label = this.asked.find((field) => field.name === id)?.label ?? `${id}: ${error.message}`
      return element('li', {}, element('a', { href: `#${id}` }, label))
    })
    const card = element(
      'section',
      { id: 'problem', className: 'card wrong', tabIndex: -1 },
      element('h2', {}, this.words.wrong),
      element('p', {}, title),
      element('ul', {}, ...list),
    )
    card.setAttribute('role', 'alert')
    main.prepend(card)
    card.focus()
  }

  private thank(receipt: Receipt): void {
    this.retryKey = crypto.randomUUID()
    const again = element('button', { type: 'button', onclick: () => void this.show() }, this.words.again)
    const card = element(
      'section',
      { className: 'card promise', tabIndex: -1, id: 'thanks' },
      element('h2', {}, this.words.thanks),
      element('p', {}, this.words.receipt),
      element('p', { className: 'receipt', id: 'receipt' }, receipt.receipt),
      element('p', {}, this.words.keep),
      element('p', {}, this.promise),
      element('details', {}, element('summary', {}, this.words.proof), element('p', { className: 'proof' }, receipt.proof)),
      again,
    )
    main.replaceChildren(card)
    card.focus()
  }
}

function button(id: string): HTMLButtonElement {
  return document.getElementById(id) as HTMLButtonElement
}

function preset(form: HTMLFormElement, name: string, value: string): void {
  const control = form.elements.namedItem(name)
  if (control instanceof HTMLSelectElement) {
    control.value = value
  }
}

const config = (await (await fetch('config.json')).json()) as Config
await new Page(apiAt(config.api), config, await answered(config)).start()
