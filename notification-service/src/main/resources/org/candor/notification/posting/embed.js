/* Shows a substitute notice where this script stands. Sets no cookie, keeps nothing, sends nothing but the request for the text. */
(function () {
  'use strict'
  var script = document.currentScript
  var language = script.getAttribute('data-lang') || document.documentElement.lang || navigator.language || 'en'
  var source = script.src.replace(/\.js(\?.*)?$/, '.json') + '?lang=' + (/^es/i.test(language) ? 'es' : 'en')

  function element(name, text) {
    var made = document.createElement(name)
    if (text) made.textContent = text
    return made
  }

  function block(one) {
    if (!one.items.length) return element('p', one.paragraph)
    var list = element('ul')
    one.items.forEach(function (item) { list.appendChild(element('li', item)) })
    return list
  }

  function inclusion(notice) {
    var paragraph = element('p')
    var shown = notice.inclusion.match(/\d[\d-]+\d/)
    if (!shown) return element('p', notice.inclusion)
    var number = element('a', shown[0])
    number.href = 'tel:' + notice.tollFree
    paragraph.append(notice.inclusion.slice(0, shown.index), number, notice.inclusion.slice(shown.index + shown[0].length))
    return paragraph
  }

  function show(notice) {
    var section = element('section')
    section.lang = notice.language
    section.className = 'candor-notice'
    var title = element('h2', notice.title)
    title.id = 'candor-notice-' + Math.random().toString(36).slice(2)
    section.setAttribute('aria-labelledby', title.id)
    section.appendChild(title)
    section.appendChild(element('p', notice.intro))
    section.appendChild(inclusion(notice))
    notice.sections.forEach(function (part) {
      section.appendChild(element('h3', part.heading))
      part.blocks.forEach(function (one) { section.appendChild(block(one)) })
    })
    var link = element('a', notice.more)
    link.href = notice.url
    var last = element('p')
    last.appendChild(link)
    section.appendChild(last)
    script.parentNode.insertBefore(section, script.nextSibling)
  }

  fetch(source, { credentials: 'omit', referrerPolicy: 'no-referrer' })
    .then(function (answer) { if (answer.ok) return answer.json().then(show) })
    .catch(function () { /* without the notice the page stays as it is */ })
})()
