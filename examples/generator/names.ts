// Names of people who do not exist.
import type { Random } from './random.ts'

const european = {
  first: `Amelie Anton Aylin Ben Björn Carla Clara Daniel David Elif Elena Emil Emma Felix Finn Frida Greta Hannah Henrik Ida
    Ines Jakob Jana Jonas Julia Kaan Katharina Lara Lena Leon Lina Luca Magdalena Marek Maria Mats Mia Milan Nadia Noah Nora
    Oskar Paula Pauline Piotr Rosa Samir Sofia Stella Theo Tim Valentina Vera Yusuf Zoë`,
  last: `Albrecht Arslan Bauer Becker Bianchi Brandt Costa Demir Dietrich Engel Fischer Fontaine Graf Hansen Hartmann Hoffmann
    Ivanova Jansen Jung Kaya Keller Klein Kowalski Krüger Lang Lehmann Lindgren Lorenz Maier Marino Müller Nowak Novotný
    Öztürk Peters Popescu Richter Rossi Sauer Schäfer Schmidt Schreiber Schulz Seidel Sommer Stein Vogel Wagner Weber Winkler
    Wolf Ziegler`,
}
const southAfrican = {
  first: `Andile Ayanda Bongani Busisiwe Charl Dineo Elizabeth Farouk Gideon Grace Hendrik Imraan Itumeleng Jabulani Johan
    Kabelo Karabo Kavitha Kgosi Lebo Lerato Lindiwe Lwazi Mandla Mariam Michael Mpho Musa Naledi Neo Nomsa Nomvula Pieter
    Precious Rajesh Refilwe Riaan Sandile Sibusiso Sipho Thabo Thandi Themba Thulani Tshepo Unathi Vusi Wandile Willem
    Xolani Yusuf Zanele Zodwa`,
  last: `Adams Botha Buthelezi Cele Davids De-Klerk Dlamini Dube Fourie Govender Hendricks Jacobs Khumalo Kruger Mabaso Mabena
    Madonsela Mahlangu Makhanya Maseko Mathebula Mbatha Mkhize Mofokeng Mokoena Molefe Moloi Moodley Mthembu Naidoo Ndaba
    Ndlovu Ngcobo Nkosi Ntuli Patel Pillay Radebe Sithole Tshabalala Van-Wyk Venter Viljoen Williams Xaba Zulu Zwane`,
}

/** So many names, all different, each last name at most twice. */
export function inventNames(random: Random, count: number, region: 'european' | 'south-african'): string[] {
  const source = region === 'european' ? european : southAfrican
  const words = (text: string) => random.shuffled(text.split(/\s+/).map((word) => word.replace('-', ' ')))
  const first = words(source.first)
  const last = words(source.last)
  return Array.from({ length: count }, (_, index) => {
    const shift = Math.floor(index / first.length)
    return `${first[index % first.length]} ${last[(index + 7 * shift) % last.length]}`
  })
}

/** An address that can never be delivered (RFC 2606). */
export function emailOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ø/g, 'o')
    .toLowerCase()
  return `${plain.replace(/[^a-z]+/g, '.')}@example.org`
}
