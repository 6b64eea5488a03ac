import { type ControllerSettings, defaultSettings } from './settings.ts';

/**
 * Which setting answers to which of the 47 points on which five controllers' notices differ. Missing on
 * purpose: C-27 (the trace of a correction is always kept), C-39 (no automated decision, for anybody) and
 * C-47 (the numbers of laws are text as the controller writes it).
 */
export type SettingId = `C-${string}`;

export type SettingDescription = {
  /** The place in `ControllerSettings`, members parted by full stops. */
  path: string;
  title: string;
  default: unknown;
  doc: string;
};

/** What the settings say at one place of the catalogue. */
export function settingAt(settings: ControllerSettings, path: string): unknown {
  let value: unknown = settings;
  for (const member of path.split('.')) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, member) : undefined;
  }
  return value;
}

const setting = (path: string, title: string, doc: string): SettingDescription => ({
  path,
  title,
  default: settingAt(defaultSettings, path),
  doc,
});

// biome-ignore format: a table, one row a line
export const SETTINGS = {
  'C-01': setting('controller', 'Controller', 'Kind, body and municipalities of the controller; the notice prints them, and units of a joint authority carry one of its municipalities.'),
  'C-02': setting('registers', 'Registers', 'Registers with their modules, services and sub-registers; every record belongs to one register and at most one sub-register.'),
  'C-03': setting('registers', 'Legal bases and laws', 'Legal bases (several), ground for special categories and list of laws of each register; printed in the notice, and selectable as ground. Whether processing may be objected to follows from the bases.'),
  'C-04': setting('access.requireClientPermission', "Client's permission for use", "Use that no duty of the controller calls for needs the client's recorded permission besides the client relationship or factual connection, which is always needed; work that the law sets goes on without it."),
  'C-05': setting('services.enabled', 'Service catalogue', 'A service that is switched off cannot be opened.'),
  'C-06': setting('client.fields', 'Client fields', 'Base data recorded beyond those of 703/2023 38 §; a field not enabled is refused.'),
  'C-07': setting('population', 'Population data', 'Route, timetable and content of updates from the population register. Until they are built an official carries the data: what may be recorded as told by the register is what stands here, and an address under a safety ban is refused unless said so.'),
  'C-08': setting('sources.grounds', 'Getting data from others', "Grounds in use for asking others for data; the client's consent or a named provision is always required."),
  'C-09': setting('disclosure', 'Disclosure gate', 'Form of the request, who may receive, and the mutual exchange of an activation plan; an individualised request and a ground are always required. Whether data are disclosed regularly and what guides it is text of the notice.'),
  'C-10': setting('disclosure.byConsent', 'Disclosure by consent', "Whether the client's consent is a ground of disclosure."),
  'C-11': setting('transfer.thirdCountry', 'Outside the EU and EEA', 'Never, or with the article (44 to 46) named.'),
  'C-12': setting('integrations', 'Joining with other systems', 'The systems that data come from or go to, with content and ground, told to staff and in the notice. This system has no connection of its own to any: an official carries the data.'),
  'C-13': setting('network', 'Outside connections', 'Whether clients have e-services, always over a protected connection with strong authentication. The connections outside are text of the notice, which says that this system has none of its own.'),
  'C-14': setting('auth.methods', 'Authentication', 'Methods in order of preference; the one used is in the log.'),
  'C-15': setting('auth.passwordMaxAgeDays', 'Password change', 'Days after which a password must be changed; null where passwords do not age.'),
  'C-16': setting('rights', 'Granting rights', 'Whose proposal or instruction a right rests on, and whether a signed commitment is required first.'),
  'C-17': setting('rights.mainUserScope', 'Main user', 'Whether a main user may be given rights to client data and read files without a tie, or only administer; every read is logged in either case, such a one with administration as its basis.'),
  'C-18': setting('rights.deputyTermRequired', "Deputies' rights", "Whether a deputy's right must have a last day, within `deputyMaxDays`. Rights end with the duty, with the employment and where nobody attests them everywhere."),
  'C-19': setting('log.reportScope', 'Log report', "What of the log is shown to who asks for the report of supervision (`report=true`); everything is logged, and shown to who asks for the log, in any case."),
  'C-20': setting('retention', 'Retention', "The controller's own plan and its sources, which may only keep longer than the law in force, and the instructions that everybody here reads. `ownRecordYears`: how long what tells of no client is kept where the plan does not name it; these values are ours and unverified."),
  'C-21': setting('dataSubjectRequests.addressee', 'Who gets requests', 'The office that receives requests; `decider` beside it is the office that decides.'),
  'C-22': setting('dataSubjectRequests.acceptedForms', 'Form of a request', 'Forms accepted for each kind of request; `identityCheck` beside it says when identity is checked before anything is given.'),
  'C-23': setting('dataSubjectRequests.deadline', 'Time to answer', 'Months, months of extension, and whether open requests are listed by age.'),
  'C-24': setting('dataSubjectRequests.feePolicy', 'Fee policy', 'When a fee may be taken; which costs and how much stand beside it.'),
  'C-25': setting('dataSubjectRequests.refusalGrounds', 'Refusal and delivery', 'Grounds on which a request may be refused; `deliveryModes` beside it are the ways of giving the data.'),
  'C-26': setting('correction', 'Who corrects', 'Who decides on a correction and who makes it.'),
  'C-28': setting('erasure.mode', 'Erasure', 'Whether erasure may be asked for, is limited to unnecessary data, is refused by law, or is handled elsewhere.'),
  'C-29': setting('restriction.enabled', 'Restriction', "Whether processing of (part of) a client's data can be restricted."),
  'C-30': setting('dataSubjectRequests.refusalIssuer', 'Refusal certificate', 'Who gives the certificate of refusal; `refusalDeadlineMonths` beside it says by when.'),
  'C-31': setting('notice.complaintText', 'Complaint', 'The text on the right to complain; `supervisorContact` beside it is the supervisory authority.'),
  'C-32': setting('informing', 'Informing', 'Places where the notice is on view, and whether the client is informed when the relationship begins.'),
  'C-33': setting('paper', 'Paper material', 'Places where paper is kept, and whether incoming paper is scanned.'),
  'C-34': setting('producers', 'Purchased services', 'Whether producers work for the controller, and what must be on file first. Where none does, no contract can be used.'),
  'C-35': setting('payments', 'Payments', 'Where payout data go, and whether payments are recovered. Payments are not built: it is text of the notice, which says that this is done outside the system.'),
  'C-36': setting('invoicing.enabled', 'Invoicing', 'Whether clients are invoiced. Invoicing is not built: it is text of the notice, which says that this is done outside the system.'),
  'C-37': setting('statistics', 'Statistics', 'Who receives statistics, and own uses: figures are made for nobody and nothing else.'),
  'C-38': setting('plan.requiredFor', 'Client plan', 'Services whose every client has a plan; clients without one are listed.'),
  'C-40': setting('controller.dpo', 'Contacts and data protection officer', 'The officer may be missing, a route for requests may not; contacts of each register stand in `registers`.'),
  'C-41': setting('research.permitGrantors', 'Research permit', 'Who may grant a research permit; without one there is no extract.'),
  'C-42': setting('minors.denial', "Minor's denial", 'A minor may deny giving data to the legal representative (703/2023 40, 51 §): always on.'),
  'C-43': setting('notice.approvalChain', 'Upkeep of the notice', 'Who writes and who approves a version, each with a date; `owner` beside it keeps it up, and `publishers` are the roles that publish.'),
  'C-44': setting('intake.channels', 'Channels in', 'Ways in which a matter may arrive.'),
  'C-45': setting('commitment', 'Duty of silence', 'Text of the commitment, and whether it says that the duty continues after the employment, as it does by law (703/2023 5 §).'),
  'C-46': setting('sources.financialInstitution', 'Financial institutions', 'Whether data may be asked of a financial institution: in writing, by an appointed officeholder, the client told first.'),
} as const satisfies Record<SettingId, SettingDescription>;

/** Values the notices leave open: they are settings too, so that nobody invents them in code. */
// biome-ignore format: a table, one row a line
export const OPEN_VALUES: readonly SettingDescription[] = [
  setting('rights.deputyMaxDays', "Longest deputy's term", 'U-9.11 and J-5.10 say a fixed term and give no length.'),
  setting('rights.attestationMonths', 'Attestation', 'How often a supervisor attests a right; what is not attested by its day lapses. 703/2023 §§ 9 and 77 give no interval.'),
  setting('rights.attestationNoticeDays', 'Notice of attestation', 'Days before its day when a right comes to the list of the supervisor; no provision gives a number.'),
  setting('rights.staffFiles', "Colleagues' files", 'Whether the file of somebody who works here is open to colleagues only by what ties themselves, or by their unit too.'),
  setting('rights.unusedAfterDays', 'Unused accounts', 'Days after which an account that has rights and was not used is reported; no provision gives a number.'),
  setting('log.retentionYears', 'Retention of the log', 'No notice says; 703/2023 annex: 12 years from the event, never less, and the store keeps no longer: nothing else is chosen.'),
  setting('dataSubjectRequests', 'Requests', 'Amounts of fees (K-14.3, U-13.1, L-10.12) in cents, and what stands beside C-21 to C-25 and C-30.'),
  setting('hosting', 'Hosting', 'Place (L-9.16), who watches the hardware (L-9.18) and the longest interval of backups (L-9.19).'),
  setting('breakGlass', 'Opening without a tie', 'How long it lasts and by when a supervisor reviews it; no notice knows it.'),
  setting('signs', 'Signs in the log', 'Rules by which use of files is brought before a reviewer, from which numbers on, and by when somebody looks into it; no notice knows them.'),
  setting('citizens', 'Citizens’ door', 'Whether a minor may see the own log there when an official has judged it of that minor; no provision gives an age (unverified), and without it minors are turned to the controller.'),
  setting('signsKept', 'Retention of signs', 'How many months a sign that was looked into is kept with its outcomes, and one by which misuse was suspected; no notice and no provision gives a number (unverified).'),
  setting('dutyOpenings', 'Opening for a duty', 'How many days a file opened for a named duty (457/2024 22–24 §) stays open at most; the decree gives no number.'),
  setting('personCollections', 'Collections by person', 'To whom a yearly collection by person is given beside C-37: the provision, the recipient’s public key and the columns in their order; what is not named is given to nobody. The record description of THL was not public where we looked (unverified): the columns are set here, without code.'),
  setting('collectionForms', 'Forms of collections', 'In which fields and in which order a recipient of C-37 takes the sums of a definition; each edition for it then has a file of that form. The forms of THL were not public where we looked (unverified): they are set here, without code.'),
  setting('appeals', 'Authorities of appeal', 'Who handles review requests and which courts appeals go to, with addresses: they stand in the guidance of every decision.'),
  setting('work', 'Daily work', 'When a draft is stale.'),
  setting('followUp', 'Times and work', 'How far ahead worklists look, when a supervisor is told, by when a reason is recorded, how long a proposed transfer waits before its proposer is reminded, and how many children one worker may have; no notice knows it.'),
  setting('intake.notifierMessage', 'Message to the notifier', 'Whether whoever made a notification is told that it was received and handled, and by what; no notice knows it, and which law gives an authority the right has not been verified.'),
  setting('notice', 'Notice', 'Place of the document (L-3.4) and links (K-7.1, H-16.1).'),
  setting('attachments', 'Attachments', 'How large a file may be and of which types; K-10.5 says that paper is scanned and not into what.'),
  setting('serviceUnits', 'Services of units', 'Services that are opened and booked in the units that give them alone, such as those of a family centre (U-4.19); no notice says which they are beyond that.'),
  setting('booking', 'Booking', 'Units in which booking is on (U-4.20, K-5.5), how clients are reminded, and the days on which an appointment ties its workers to the client.'),
];
