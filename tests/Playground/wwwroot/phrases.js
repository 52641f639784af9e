const phrases = {
  nl: {
    guide: 'Begin bij de medewerker: lees Noors kaart en druk op de knop die de spreekkamer opent. Kijk daarna wat haar werkgever nu heeft. Alle mensen hier zijn verzonnen.',
    controls: 'Bediening', theme: 'Thema', light: 'Licht', dark: 'Donker', contrast: 'Hoog contrast', language: 'Taal', reset: 'Opnieuw beginnen',
    connector: 'Teams', faultWorking: 'werkt', faultDown: 'valt weg', faultSlow: 'is traag', faultThrottled: 'zegt: te veel (429)', faultBlocked: 'medewerker blokkeert de bot',
    faultError: 'geeft een fout (500)', faultSilent: 'antwoordt nooit', faultLost: 'krijgt het, zegt het niet', faultOther: 'doet wat een test zegt',
    graph: 'Outlook (Graph)', faultUnavailable: 'geeft een fout (503)', faultLate: 'doet het pas na een halve minuut', faultHtml: 'antwoordt met een webpagina', faultTruncated: 'breekt zijn antwoord af', faultSchedule: 'kent deze agenda niet', faultSettings: 'neemt instellingen niet over',
    agendaOf: 'Agenda van', agendaLabel: 'Agenda van de vertrouwenspersoon', agendaNote: 'Zo staat het in Outlook bij het bureau. Wat hier verandert, doet de vertrouwenspersoon zelf.', agendaEmpty: 'Er staat nog niets in.', agendaDeleted: 'In Verwijderde items:', agendaLater: 'Verzet een uur', agendaDelete: 'Verwijder',
    agendaAdd: 'Eigen afspraak erbij', agendaStart: 'Begin', agendaMinutes: 'Minuten', agendaSubject: 'Onderwerp', agendaPut: 'Zet in agenda', private: 'privé', busy: 'bezet', free: 'vrij', tentative: 'onder voorbehoud', oof: 'afwezig', workingElsewhere: 'werkt elders',
    meeting: 'Onlinevergadering', passcode: 'toegangscode', noPasscode: 'geen toegangscode',
    employeeHeading: 'Medewerker in Teams', employeeSwitch: 'Welke medewerker', employeeChat: 'Chat van de medewerker', employeeType: 'Bericht van de medewerker',
    advisorHeading: 'Vertrouwenspersoon in Teams', advisorSwitch: 'Welke vertrouwenspersoon', advisorChat: 'Chat van de vertrouwenspersoon', advisorType: 'Bericht van de vertrouwenspersoon',
    hrHeading: 'HR in een vergaderchat (Hilde)', hrChat: 'Vergaderchat van HR', hrType: 'Bericht van HR', hrCalm: 'De app doet hier niet mee en antwoordt niemand. Met Aankondigen zet Hilde een kaart in haar eigen bericht.', hrDraft: 'Bericht dat nog niet verstuurd is', compose: 'Aankondigen', takeOut: 'Haal de kaart weg',
    tenantHeading: 'Wat de werkgever nu heeft:', heldHeading: 'Bewaard', notHeldHeading: 'Niet gekregen', notHeldNote: 'Zo staat het in de documentatie van Microsoft. Wat een beheerder van netwerk of laptop ziet, staat hier buiten.',
    type: 'Typ een bericht', send: 'Stuur', close: 'Sluiten', dialog: 'Venster', you: 'jij', changed: 'gewijzigd', deleted: 'Dit bericht is door de bot verwijderd.',
    botProblem: 'De bot gaf hierop geen antwoord dat Teams kan tonen.',
    stopped: 'De bot draait niet.', resetting: 'Bezig met opnieuw beginnen…', refused: 'De bot antwoordde op het laatste bericht:', offline: 'De Playground antwoordt niet. Draait hij nog?', failed: 'Dat ging niet:', whole: 'hele inhoud',
    typedLine: 'Getypte regel', botMessage: 'Bericht van de bot', botMessageUpdated: 'Nieuwe versie van een bericht', botMessageDeleted: 'Verwijderd uit de chat; wat er stond is bewaard', postedCard: 'Kaart die iemand zelf plaatste',
    appInstalled: 'Audit: app geïnstalleerd', appUninstalled: 'Audit: app verwijderd', performedCardAction: 'Audit: knop op een kaart gebruikt',
    taskFetch: 'Druk op een knop die een venster opent', dialogContent: 'De pagina in het venster, en alles wat daar gezegd is', toggle: 'Uitklappen of van taal wisselen op de kaart', answeredCard: 'Kaart die als antwoord getoond is (opslag: nog te bewijzen)', followedLink: 'Link op een kaart gevolgd (opslag: nog te bewijzen)',
  },
  en: {
    guide: 'Begin with the employee: read Noor’s card and press the button that opens the room. Then look at what her employer now has. Everybody here is made up.',
    controls: 'Controls', theme: 'Theme', light: 'Light', dark: 'Dark', contrast: 'High contrast', language: 'Language', reset: 'Start again',
    connector: 'Teams', faultWorking: 'works', faultDown: 'is down', faultSlow: 'is slow', faultThrottled: 'says: too many (429)', faultBlocked: 'employee blocks the bot',
    faultError: 'gives an error (500)', faultSilent: 'never answers', faultLost: 'gets it, does not say so', faultOther: 'does what a test says',
    graph: 'Outlook (Graph)', faultUnavailable: 'gives an error (503)', faultLate: 'does it only after half a minute', faultHtml: 'answers with a web page', faultTruncated: 'breaks off its answer', faultSchedule: 'cannot read this calendar', faultSettings: 'does not take settings',
    agendaOf: 'Calendar of', agendaLabel: 'Calendar of the advisor', agendaNote: 'As it stands in Outlook at the firm. What you change here, the advisor does.', agendaEmpty: 'There is nothing in it yet.', agendaDeleted: 'In Deleted Items:', agendaLater: 'Move an hour', agendaDelete: 'Delete',
    agendaAdd: 'Add a block of their own', agendaStart: 'Start', agendaMinutes: 'Minutes', agendaSubject: 'Subject', agendaPut: 'Put in calendar', private: 'private', busy: 'busy', free: 'free', tentative: 'tentative', oof: 'away', workingElsewhere: 'working elsewhere',
    meeting: 'Online meeting', passcode: 'passcode', noPasscode: 'no passcode',
    employeeHeading: 'Employee in Teams', employeeSwitch: 'Which employee', employeeChat: 'Chat of the employee', employeeType: 'Message of the employee',
    advisorHeading: 'Advisor in Teams', advisorSwitch: 'Which advisor', advisorChat: 'Chat of the advisor', advisorType: 'Message of the advisor',
    hrHeading: 'HR in a meeting chat (Hilde)', hrChat: 'Meeting chat of HR', hrType: 'Message of HR', hrCalm: 'The app takes no part here and answers nobody. With Announce, Hilde puts a card into her own message.', hrDraft: 'Message that is not sent yet', compose: 'Announce', takeOut: 'Take the card out',
    tenantHeading: 'What the employer now has:', heldHeading: 'Kept', notHeldHeading: 'Did not get', notHeldNote: 'As Microsoft documents it. What an administrator of the network or the laptop sees is not part of this.',
    type: 'Type a message', send: 'Send', close: 'Close', dialog: 'Dialog', you: 'you', changed: 'changed', deleted: 'The bot deleted this message.',
    botProblem: 'The bot gave no answer to this that Teams can show.',
    stopped: 'The bot is not running.', resetting: 'Starting again…', refused: 'The bot answered to the last message:', offline: 'The Playground does not answer. Is it still running?', failed: 'That did not work:', whole: 'whole content',
    typedLine: 'Typed line', botMessage: 'Message of the bot', botMessageUpdated: 'New version of a message', botMessageDeleted: 'Deleted from the chat; what it said is kept', postedCard: 'Card that somebody posted',
    appInstalled: 'Audit: app installed', appUninstalled: 'Audit: app removed', performedCardAction: 'Audit: button on a card used',
    taskFetch: 'Press on a button that opens a dialog', dialogContent: 'The page in the dialog, and everything said there', toggle: 'Unfolding or switching language on the card', answeredCard: 'Card shown as an answer (storage: still to be proven)', followedLink: 'Link on a card followed (storage: still to be proven)',
  },
};

export const phrase = name => phrases[document.documentElement.lang][name] ?? name;

export const time = at => new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });

const dutch = { timeZone: 'Europe/Amsterdam' };

/** In a calendar the Dutch clock holds, wherever this computer is. */
export const day = at => new Date(at).toLocaleDateString(document.documentElement.lang, { ...dutch, weekday: 'short', day: 'numeric', month: 'short' });

export const hour = at => new Date(at).toLocaleTimeString(document.documentElement.lang, { ...dutch, hour: '2-digit', minute: '2-digit', hour12: false });

/** Puts the words of a language everywhere that names a phrase. */
export function speak(language) {
  document.documentElement.lang = language;
  for (const spot of document.querySelectorAll('[data-phrase]')) spot.textContent = phrase(spot.dataset.phrase);
  for (const spot of document.querySelectorAll('[data-label]')) spot.setAttribute('aria-label', phrase(spot.dataset.label));
  for (const spot of document.querySelectorAll('[data-placeholder]')) spot.placeholder = phrase(spot.dataset.placeholder);
}
