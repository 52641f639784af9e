// The same conversation, built as the samples of the Bot Framework SDK for Node do: a waterfall of prompts in the chat, with its
// state in memory. It checks the same tokens and posts to the same connector. There is no database, no outbox, no calendar and
// nothing is sealed.
const http = require('node:http');
const { ActivityHandler, CardFactory, CloudAdapter, ConfigurationBotFrameworkAuthentication, ConversationState, MemoryStorage, MessageFactory, TurnContext } = require('botbuilder');
const { ChoicePrompt, ConfirmPrompt, DialogSet, DialogTurnStatus, ListStyle, TextPrompt, WaterfallDialog } = require('botbuilder-dialogs');
require('./probe');

const appId = process.env.PEER_APP;
const questions = JSON.parse(process.env.PEER_QUESTIONS);
const address = new URL(process.argv[process.argv.indexOf('--urls') + 1]);

const authentication = new ConfigurationBotFrameworkAuthentication(
    {
        MicrosoftAppId: appId,
        ValidateAuthority: true,
        ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
        ToChannelFromBotOAuthScope: 'https://api.botframework.com',
        ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
        OAuthUrl: 'https://api.botframework.com',
        ToBotFromChannelOpenIdMetadataUrl: process.env.PEER_METADATA,
        ToBotFromEmulatorOpenIdMetadataUrl: process.env.PEER_METADATA,
    },
    {
        isValidAppId: async (id) => id === appId,
        isAuthenticationDisabled: async () => false,
        // A token that is asked for once and then kept, as ours is.
        createCredentials: async () => ({ signRequest: async (request) => (request.headers.set('authorization', 'Bearer constant'), request) }),
    }
);
const adapter = new CloudAdapter(authentication);
adapter.onTurnError = async (_, fault) => {
    console.error(fault);
    throw fault;
};

const state = new ConversationState(new MemoryStorage());
const dialogs = new DialogSet(state.createProperty('dialog'));
const choice = new ChoicePrompt('choice');
choice.style = ListStyle.heroCard;
dialogs.add(choice).add(new TextPrompt('text')).add(new ConfirmPrompt('confirm'));
dialogs.add(new WaterfallDialog('talk', [...questions.map((question) => async (step) => {
    keep(step);
    return step.prompt(question.kind, { prompt: question.text, choices: question.choices });
}), async (step) => {
    keep(step);
    await handOverAsync(step.values);
    await step.context.sendActivity('Je verzoek is verstuurd.');
    return step.endDialog();
}]));

function keep(step) {
    if (step.index > 0) {
        step.values[questions[step.index - 1].name] = step.result?.value ?? step.result;
    }
}

const advisors = new Map();
const requests = new Map();

async function handOverAsync(values) {
    const id = String(requests.size + 1);
    requests.set(id, { ...values, state: 'sent' });
    await adapter.continueConversationAsync(appId, advisors.get(values.WithWhom), async (context) => {
        await context.sendActivity(MessageFactory.attachment(handoff(id)));
    });
}

function handoff(id) {
    const request = requests.get(id);
    const data = { appointment: id, round: '1' };
    return CardFactory.adaptiveCard({
        type: 'AdaptiveCard',
        version: '1.5',
        refresh: { action: { type: 'Action.Execute', verb: 'handoff.refresh', data } },
        body: [
            { type: 'TextBlock', text: 'Iemand wil met je praten', size: 'Large', wrap: true },
            ...Object.entries(request).map(([label, text]) => ({ type: 'ColumnSet', columns: [
                { type: 'Column', width: 2, items: [{ type: 'TextBlock', text: label, wrap: true }] },
                { type: 'Column', width: 3, items: [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: String(text) }] }] },
            ] })),
        ],
        actions: request.state === 'accepted' ? [] : ['handoff.accept', 'handoff.passOn'].map((verb) => ({ type: 'Action.Execute', title: verb, verb, data })),
    });
}

class Bot extends ActivityHandler {
    constructor() {
        super();
        this.onMessage(async (context, next) => {
            const talk = await dialogs.createContext(context);
            const result = await talk.continueDialog();
            if (result.status === DialogTurnStatus.empty) {
                await talk.beginDialog('talk');
            }
            await next();
        });
        this.onMembersAdded(async (context, next) => {
            advisors.set(context.activity.conversation.id.replace('a:', ''), TurnContext.getConversationReference(context.activity));
            await next();
        });
    }

    async run(context) {
        await super.run(context);
        await state.saveChanges(context);
    }

    async onAdaptiveCardInvoke(context, { action }) {
        requests.get(action.data.appointment).state = 'accepted';
        return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: handoff(action.data.appointment).content };
    }
}

const bot = new Bot();
http.createServer(async (request, response) => {
    if (request.url === '/ready') {
        return response.end('ready');
    }
    const parts = [];
    for await (const part of request) {
        parts.push(part);
    }
    request.body = JSON.parse(Buffer.concat(parts).toString());
    response.status = (code) => (response.statusCode = code, response);
    response.header = (name, value) => response.setHeader(name, value);
    response.send = (body) => response.write(typeof body === 'string' ? body : JSON.stringify(body));
    await adapter.process(request, response, (context) => bot.run(context));
}).listen(Number(address.port), address.hostname);
