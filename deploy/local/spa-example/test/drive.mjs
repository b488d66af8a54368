// Drives the page as a person does: without a name in Spanish, then signed in; by keyboard where a mouse would be easier.
// Arguments: the page's address, the folder for pictures. Prints what it saw as JSON.
import axe from 'axe-core'
import { chromium } from 'playwright-core'
import { mkdirSync } from 'node:fs'

const [address, pictures] = process.argv.slice(2)
mkdirSync(pictures, { recursive: true })

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  headless: true,
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync',
  ],
})

async function visitor(locale) {
  const context = await browser.newContext({ locale, viewport: { width: 900, height: 1200 } })
  const page = await context.newPage()
  page.on('pageerror', (error) => { throw error })
  return page
}

async function picture(page, name) {
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
}

async function fill(page, narrative) {
  await page.selectOption('[name=kind]', 'IMPROPER_USE_OR_DISCLOSURE')
  await page.selectOption('[name=relation]', 'VISITOR')
  await page.check('#phiPossible-true')
  await page.fill('[name=narrative]', narrative)
}

/** Each control's name as a screen reader says it, and whether one is without. */
async function unlabelled(page) {
  return page.$$eval('input, select, textarea, button', (controls) =>
    controls
      .filter((control) => !(control.labels?.length > 0) && control.textContent.trim() === '')
      .map((control) => control.name || control.id),
  )
}

const broken = []

/** WCAG 2.2, levels A and AA, as far as a machine can tell; keeps what breaks a rule, and of how many that were checked. */
async function check(page, name) {
  await page.evaluate(axe.source)
  const { violations, passes } = await page.evaluate(() =>
    globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }),
  )
  if (passes.length < 10) {
    broken.push(`${name}: only ${passes.length} rules found something to check`)
  }
  for (const { id, help, nodes } of violations) {
    broken.push(`${name}: ${id} (${help}) at ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
  }
}

async function nameless() {
  const page = await visitor('es-MX')
  await page.goto(address)
  await page.waitForSelector('form')
  await picture(page, 'spa-form-es')
  await check(page, 'form')
  const language = await page.getAttribute('html', 'lang')
  const bare = await unlabelled(page)
  await page.keyboard.press('Tab')
  const first = await page.evaluate(() => document.activeElement?.className)
  await fill(page, 'Una carta estaba en la impresora.')
  await page.fill('[name="contact.name"]', 'Odalys Fenwick')
  await page.selectOption('[name="contact.answerBy"]', 'LETTER')
  await page.click('button[type=submit]')
  await page.waitForSelector('#problem')
  const refusal = await page.textContent('#problem')
  const focused = await page.evaluate(() => document.activeElement?.id)
  await picture(page, 'spa-refused-es')
  await check(page, 'refusal')
  await page.fill('[name="contact.name"]', '')
  await page.click('button[type=submit]')
  await page.waitForSelector('#receipt')
  const receipt = await page.textContent('#receipt')
  await picture(page, 'spa-receipt-es')
  await check(page, 'receipt')
  return { language, unlabelled: bare, first, refusal, focused, receipt }
}

async function signedIn() {
  const page = await visitor('en-US')
  await page.goto(address)
  await page.waitForSelector('form')
  await picture(page, 'spa-form-en')
  await page.click('#account')
  await page.fill('#username', 'workforce')
  await page.fill('#password', 'workforce')
  await page.click('#kc-login')
  await page.waitForSelector('form #narrative')
  await check(page, 'form after signing in')
  const who = await page.textContent('#who')
  const left = await page.evaluate(() => Object.keys(sessionStorage).length + Object.keys(localStorage).length)
  const asksForAName = (await page.$('[name="contact.name"]')) !== null
  await fill(page, 'A letter lay on the printer.')
  await page.click('button[type=submit]')
  await page.waitForSelector('#receipt')
  const receipt = await page.textContent('#receipt')
  await picture(page, 'spa-receipt-en')
  return { who, left, asksForAName, receipt, address: page.url() }
}

try {
  console.log(JSON.stringify({ nameless: await nameless(), signedIn: await signedIn(), broken }))
} finally {
  await browser.close()
}
