// Microsoft's own validator (botframework-connector) says what it thinks of each knock.
// stdin: {metadata, appId, issuer, rows: [{name, header, activity}]}; stdout: {name: "ACCEPT" | why not}
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';

const { AuthenticationConfiguration, BotFrameworkAuthenticationFactory, PasswordServiceClientCredentialFactory } = createRequire(import.meta.url)('botframework-connector');
const { metadata, appId, issuer, rows } = JSON.parse(await text(process.stdin));
console.error = console.warn = () => {};

const oracle = BotFrameworkAuthenticationFactory.create('', true, 'https://login.microsoftonline.com/botframework.com', 'https://api.botframework.com',
  issuer, 'https://api.botframework.com', metadata, metadata, 'urn:botframework:azure',
  new PasswordServiceClientCredentialFactory(appId, 'x', ''), new AuthenticationConfiguration());

const verdicts = {};
for (const { name, header, activity } of rows) {
  try {
    await oracle.authenticateRequest(activity, header ?? '');
    verdicts[name] = 'ACCEPT';
  } catch (e) {
    verdicts[name] = `${e.statusCode ?? ''} ${e.message.split('\n')[0]}`;
  }
}
process.stdout.write(JSON.stringify(verdicts));
