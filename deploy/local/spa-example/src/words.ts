/** Only what belongs to the page; every word about a report comes from the form that intake gives. */
export interface Words {
  title: string
  other: string
  signIn: string
  signedIn: string
  withoutName: string
  yes: string
  no: string
  choose: string
  needed: string
  send: string
  sending: string
  thanks: string
  receipt: string
  keep: string
  proof: string
  again: string
  wrong: string
  away: string
}

export type Language = 'en' | 'es'

export const words: Record<Language, Words> = {
  en: {
    title: 'Report an incident',
    other: 'Español',
    signIn: 'Sign in',
    signedIn: 'You are signed in. Your report is sent under your name.',
    withoutName: 'You are not signed in. You can report without a name.',
    yes: 'Yes',
    no: 'No',
    choose: 'Choose …',
    needed: 'needed',
    send: 'Send the report',
    sending: 'Sending …',
    thanks: 'Your report has been received',
    receipt: 'Your receipt',
    keep: 'Write it down. It is shown this once and opens your mailbox.',
    proof: 'Signed proof that you reported',
    again: 'Report something else',
    wrong: 'The report was not sent',
    away: 'The service does not answer just now. Nothing was sent; try again.',
  },
  es: {
    title: 'Informar de un incidente',
    other: 'English',
    signIn: 'Iniciar sesión',
    signedIn: 'Ha iniciado sesión. Su informe se envía con su nombre.',
    withoutName: 'No ha iniciado sesión. Puede informar sin dar su nombre.',
    yes: 'Sí',
    no: 'No',
    choose: 'Elija …',
    needed: 'necesario',
    send: 'Enviar el informe',
    sending: 'Enviando …',
    thanks: 'Su informe se ha recibido',
    receipt: 'Su recibo',
    keep: 'Anótelo. Se muestra solo esta vez y abre su buzón.',
    proof: 'Prueba firmada de que usted informó',
    again: 'Informar de otra cosa',
    wrong: 'El informe no se envió',
    away: 'El servicio no responde en este momento. No se envió nada; inténtelo de nuevo.',
  },
}
