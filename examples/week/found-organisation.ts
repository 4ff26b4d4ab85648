import { randomBytes } from 'node:crypto'
import { apiKeyCreated, keyPermissions } from '../../api/contract/access.ts'
import { organisationSchema } from '../../api/contract/workforce.ts'
import { ApiClient } from '../../local/api-client.ts'
import { Failure } from '../../local/failure.ts'
import { Client } from '../client.ts'
import { organisation } from './bakery.ts'

/**
 * The only steps a person has to do: sign up, found the organisation, make a key. Keys make no keys. Answers the client that
 * does everything else with that key. Errors: Failure with the API's own sentence.
 */
export const foundOrganisation = async (url: string): Promise<Client> => {
  const owner = new ApiClient(url)
  const email = `owner-${randomBytes(8).toString('hex')}@muster.example`
  await owner.signIn({ name: 'Otto Lindenhof', email, password: randomBytes(18).toString('hex') })
  const { id } = await owner.call(organisationSchema, 'POST', '/organisations', { body: organisation })
  owner.organisationId = id
  const body = { name: 'Planning system', permissions: keyPermissions, expiresInDays: 1 }
  const { secret } = await owner.call(apiKeyCreated, 'POST', '/api-keys', { body })
  if (secret === null) throw new Failure('The key was made without its secret: it is shown only once.')
  return new Client(url, secret)
}
