/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  fragment RequiredAction on Analysis {\n    id\n    action {\n      type\n      url\n      expiresAt\n      documents {\n        id\n        fileName\n      }\n    }\n  }\n": typeof types.RequiredActionFragmentDoc,
    "\n  fragment AnalysisButtons on Analysis {\n    id\n    allowedActions\n  }\n": typeof types.AnalysisButtonsFragmentDoc,
    "\n  mutation CancelAnalysis($input: CancelAnalysisInput!) {\n    cancelAnalysis(input: $input) {\n      analysis {\n        id\n        ...AnalysisCard\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.CancelAnalysisDocument,
    "\n  fragment AnalysisCard on Analysis {\n    id\n    product\n    status\n    stage\n    requestedAt\n    completedAt\n    provider {\n      id\n      name\n    }\n    error {\n      code\n      userMessage\n    }\n    obstacle {\n      code\n      userMessage\n    }\n    nextCheckAt\n    ...RequiredAction\n    ...AnalysisButtons\n    ...RunList\n    ...ReportLinks\n  }\n": typeof types.AnalysisCardFragmentDoc,
    "\n  fragment AnalysisList on Case {\n    id\n    analyses {\n      id\n      ...AnalysisCard\n    }\n  }\n": typeof types.AnalysisListFragmentDoc,
    "\n  fragment DocumentChoice on Case {\n    documents {\n      id\n      fileName\n      status\n    }\n  }\n": typeof types.DocumentChoiceFragmentDoc,
    "\n  query DocumentResults($analysisId: ID!) {\n    analysis(id: $analysisId) {\n      id\n      documentResults {\n        status\n        document {\n          id\n          fileName\n        }\n        error {\n          code\n          userMessage\n        }\n      }\n    }\n  }\n": typeof types.DocumentResultsDocument,
    "\n  mutation RequestConsent($input: RequestConsentInput!) {\n    requestConsent(input: $input) {\n      consent {\n        id\n        analysis {\n          id\n          ...AnalysisCard\n        }\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.RequestConsentDocument,
    "\n  fragment ReportLinks on Analysis {\n    reports {\n      name\n      url\n    }\n  }\n": typeof types.ReportLinksFragmentDoc,
    "\n  fragment RunList on Analysis {\n    runs {\n      startedAt\n      outcome\n      provider {\n        id\n        name\n      }\n      error {\n        userMessage\n      }\n    }\n  }\n": typeof types.RunListFragmentDoc,
    "\n  query ShareLink($analysisId: ID!) {\n    analysis(id: $analysisId) {\n      id\n      shareUrl\n    }\n  }\n": typeof types.ShareLinkDocument,
    "\n  fragment StartAnalysisForm on Case {\n    id\n    ...DocumentChoice\n  }\n": typeof types.StartAnalysisFormFragmentDoc,
    "\n  mutation StartAnalysis($input: StartAnalysisInput!) {\n    startAnalysis(input: $input) {\n      analysis {\n        id\n        ...AnalysisCard\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.StartAnalysisDocument,
    "\n  fragment StartAnalysis on Case {\n    documents {\n      id\n      status\n    }\n    ...StartAnalysisForm\n  }\n": typeof types.StartAnalysisFragmentDoc,
    "\n  query Providers {\n    dataProviders {\n      id\n      name\n      products\n      options\n      capabilities\n      enabled\n    }\n  }\n": typeof types.ProvidersDocument,
    "\n  mutation RetryAnalysis($input: RetryAnalysisInput!) {\n    retryAnalysis(input: $input) {\n      analysis {\n        id\n        ...AnalysisCard\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.RetryAnalysisDocument,
    "\n  fragment AccountTable on BankLogin {\n    bank {\n      name\n    }\n    accounts {\n      id\n      name\n      type\n      maskedIban\n      maskedNumber\n      removedAt\n      balance {\n        value\n        currency\n      }\n    }\n  }\n": typeof types.AccountTableFragmentDoc,
    "\n  fragment BankLoginButtons on BankLogin {\n    id\n    bank {\n      name\n    }\n  }\n": typeof types.BankLoginButtonsFragmentDoc,
    "\n  mutation SynchronizeBankLogin($input: SynchronizeBankLoginInput!) {\n    synchronizeBankLogin(input: $input) {\n      redirectUrl\n      bankLogin {\n        id\n        ...BankLoginCard\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.SynchronizeBankLoginDocument,
    "\n  mutation DeleteBankLogin($input: DeleteBankLoginInput!) {\n    deleteBankLogin(input: $input) {\n      bankLogin {\n        id\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.DeleteBankLoginDocument,
    "\n  fragment BankLoginCard on BankLogin {\n    id\n    stale\n    retrievedAt\n    bank {\n      name\n      bic\n    }\n    provider {\n      id\n      name\n    }\n    synchronization {\n      state\n      lastSynchronizedAt\n    }\n    ...AccountTable\n    ...BankLoginButtons\n  }\n": typeof types.BankLoginCardFragmentDoc,
    "\n  query CaseBanks($id: ID!) {\n    eventCursor\n    case(id: $id) {\n      id\n      applicant {\n        id\n        bankLogins {\n          id\n          ...BankLoginCard\n        }\n      }\n    }\n  }\n": typeof types.CaseBanksDocument,
    "\n  mutation ConnectBank($input: ConnectBankInput!) {\n    connectBank(input: $input) {\n      redirectUrl\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.ConnectBankDocument,
    "\n  fragment CaseHeader on Case {\n    id\n    reference\n    useCase\n    status\n    openedAt\n    updatedAt\n    applicant {\n      id\n      reference\n      kind\n      displayName\n      registration {\n        scheme\n        value\n      }\n    }\n  }\n": typeof types.CaseHeaderFragmentDoc,
    "\n  query CasePage($id: ID!) {\n    case(id: $id) {\n      id\n      ...CaseHeader\n    }\n  }\n": typeof types.CasePageDocument,
    "\n  fragment AlertItem on DecisionAlert {\n    source\n    providerSource\n    messages {\n      language\n      text\n    }\n    documents {\n      id\n      fileName\n    }\n  }\n": typeof types.AlertItemFragmentDoc,
    "\n  fragment DecisionSummary on CaseDecision {\n    status\n    fraudRisk\n    validation\n    consistent\n    decidedAt\n    provider {\n      id\n      name\n    }\n    alerts {\n      ...AlertItem\n    }\n  }\n": typeof types.DecisionSummaryFragmentDoc,
    "\n  fragment DocumentList on Case {\n    documents {\n      id\n      ...DocumentRow\n    }\n  }\n": typeof types.DocumentListFragmentDoc,
    "\n  fragment DocumentRow on CaseDocument {\n    id\n    fileName\n    kind\n    byteSize\n    status\n    createdAt\n    rejection {\n      message\n    }\n  }\n": typeof types.DocumentRowFragmentDoc,
    "\n  mutation AnnounceDocument($input: CreateDocumentUploadInput!) {\n    createDocumentUpload(input: $input) {\n      document {\n        id\n        ...DocumentRow\n      }\n      upload {\n        url\n        method\n        headers {\n          name\n          value\n        }\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.AnnounceDocumentDocument,
    "\n  query StoredDocument($id: ID!) {\n    document(id: $id) {\n      id\n      status\n      sha256\n      byteSize\n      mediaType\n      ...DocumentRow\n    }\n  }\n": typeof types.StoredDocumentDocument,
    "\n  query CaseLetters($id: ID!, $after: String) {\n    eventCursor\n    case(id: $id) {\n      id\n      ...SendShipment\n      applicant {\n        id\n        shipments(first: 20, after: $after) {\n          totalCount\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          edges {\n            node {\n              id\n              ...ShipmentCard\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.CaseLettersDocument,
    "\n  fragment SendShipmentForm on Case {\n    applicant {\n      id\n    }\n    documents {\n      id\n      fileName\n      status\n    }\n  }\n": typeof types.SendShipmentFormFragmentDoc,
    "\n  fragment SendShipment on Case {\n    documents {\n      id\n      status\n    }\n    ...SendShipmentForm\n  }\n": typeof types.SendShipmentFragmentDoc,
    "\n  fragment ShipmentCard on Shipment {\n    id\n    channel\n    recipient\n    subject\n    status\n    createdAt\n    updatedAt\n    provider {\n      id\n      name\n    }\n    document {\n      id\n      fileName\n    }\n    error {\n      code\n      userMessage\n    }\n  }\n": typeof types.ShipmentCardFragmentDoc,
    "\n  mutation SendLetter($input: SendLetterInput!) {\n    sendLetter(input: $input) {\n      shipment {\n        id\n        ...ShipmentCard\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.SendLetterDocument,
    "\n  mutation SendFax($input: SendFaxInput!) {\n    sendFax(input: $input) {\n      shipment {\n        id\n        ...ShipmentCard\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.SendFaxDocument,
    "\n  fragment Balance on Case {\n    statements(first: 50) {\n      edges {\n        node {\n          id\n          bankName\n          from\n          to\n          account {\n            maskedNumber\n            maskedIban\n          }\n        }\n      }\n    }\n  }\n": typeof types.BalanceFragmentDoc,
    "\n  query CashFlow($applicantId: ID!, $from: Date!, $to: Date!, $interval: CashFlowInterval!) {\n    applicant(id: $applicantId) {\n      id\n      cashFlow(from: $from, to: $to, interval: $interval) {\n        from\n        to\n        currency\n        moneyIn\n        moneyOut\n        net\n        transactionCount\n      }\n    }\n  }\n": typeof types.CashFlowDocument,
    "\n  fragment CashFlow on Case {\n    applicant {\n      id\n    }\n    statements(first: 50) {\n      edges {\n        node {\n          id\n          from\n          to\n        }\n      }\n    }\n  }\n": typeof types.CashFlowFragmentDoc,
    "\n  query CaseMoney($id: ID!) {\n    case(id: $id) {\n      id\n      ...StatementTable\n      ...CashFlow\n      ...Balance\n      applicant {\n        id\n      }\n    }\n  }\n": typeof types.CaseMoneyDocument,
    "\n  query StatementBalances($id: ID!, $after: String) {\n    statement(id: $id) {\n      id\n      transactions(first: 500, after: $after, orderBy: EFFECTIVE_DATE_ASC) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            id\n            effectiveDate\n            balanceAfter {\n              value\n              currency\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.StatementBalancesDocument,
    "\n  fragment StatementRow on Statement {\n    id\n    bankName\n    from\n    to\n    transactionCount\n    reconciles\n    missingMonths\n    provider {\n      id\n      name\n    }\n    account {\n      holderName\n      maskedNumber\n      maskedIban\n    }\n    openingBalance {\n      value\n      currency\n    }\n    closingBalance {\n      value\n      currency\n    }\n    disagreements {\n      what\n    }\n  }\n": typeof types.StatementRowFragmentDoc,
    "\n  fragment StatementTable on Case {\n    statements(first: 50) {\n      totalCount\n      edges {\n        node {\n          id\n          ...StatementRow\n        }\n      }\n    }\n  }\n": typeof types.StatementTableFragmentDoc,
    "\n  fragment TransactionRow on Transaction {\n    id\n    effectiveDate\n    description\n    status\n    amount {\n      value\n      currency\n    }\n    balanceAfter {\n      value\n      currency\n    }\n    counterparty {\n      name\n    }\n    category {\n      code\n    }\n  }\n": typeof types.TransactionRowFragmentDoc,
    "\n  query Transactions(\n    $applicantId: ID!\n    $filter: TransactionFilter!\n    $orderBy: TransactionOrder!\n    $first: Int!\n    $after: String\n  ) {\n    applicant(id: $applicantId) {\n      id\n      transactions(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          cursor\n          node {\n            id\n            ...TransactionRow\n          }\n        }\n      }\n    }\n  }\n": typeof types.TransactionsDocument,
    "\n  query CaseOverview($id: ID!) {\n    case(id: $id) {\n      id\n      ...DocumentList\n      ...StartAnalysis\n      ...AnalysisList\n      decision {\n        ...DecisionSummary\n      }\n    }\n  }\n": typeof types.CaseOverviewDocument,
    "\n  query Metrics($id: ID!, $first: Int!, $after: String) {\n    riskAssessment(id: $id) {\n      id\n      metrics(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          cursor\n          node {\n            name\n            value\n            unit\n            basis\n          }\n        }\n      }\n    }\n  }\n": typeof types.MetricsDocument,
    "\n  fragment RiskAssessmentPanel on RiskAssessment {\n    id\n    kind\n    level\n    riskClass\n    assessedAt\n    provider {\n      id\n      name\n    }\n    flag {\n      color\n      dataSanity\n    }\n    score {\n      ...ScoreFact\n    }\n    ...SignalList\n  }\n": typeof types.RiskAssessmentPanelFragmentDoc,
    "\n  query CaseRisk($id: ID!) {\n    case(id: $id) {\n      id\n      riskAssessments {\n        id\n        ...RiskAssessmentPanel\n      }\n    }\n  }\n": typeof types.CaseRiskDocument,
    "\n  fragment ScoreFact on Score {\n    value\n    min\n    max\n    higherIsRiskier\n  }\n": typeof types.ScoreFactFragmentDoc,
    "\n  fragment SignalItem on RiskSignal {\n    code\n    sentiment\n    value\n    quantile\n    explanations\n  }\n": typeof types.SignalItemFragmentDoc,
    "\n  fragment SignalList on RiskAssessment {\n    signals {\n      code\n      sentiment\n      ...SignalItem\n    }\n  }\n": typeof types.SignalListFragmentDoc,
    "\n  fragment TimelineEntry on ActivityEvent {\n    type\n    via\n    occurredAt\n    analysisStatus\n    analysisStage\n    analysis {\n      id\n      product\n      provider {\n        id\n        name\n      }\n    }\n    document {\n      id\n      fileName\n    }\n    bankLogin {\n      id\n      bank {\n        name\n      }\n    }\n  }\n": typeof types.TimelineEntryFragmentDoc,
    "\n  query CaseHistory($id: ID!) {\n    eventCursor\n    case(id: $id) {\n      id\n      events(first: 200) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            id\n            ...TimelineEntry\n          }\n        }\n      }\n    }\n  }\n": typeof types.CaseHistoryDocument,
    "\n  subscription LiveEvents($filter: EventFilter!, $after: Cursor!) {\n    events(filter: $filter, after: $after) {\n      id\n      cursor\n      type\n      ...TimelineEntry\n      case {\n        id\n        status\n        updatedAt\n      }\n      analysis {\n        id\n        ...AnalysisCard\n      }\n      document {\n        id\n        ...DocumentRow\n      }\n    }\n  }\n": typeof types.LiveEventsDocument,
    "\n  mutation CreateApplicant($input: CreateApplicantInput!) {\n    createApplicant(input: $input) {\n      applicant {\n        id\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.CreateApplicantDocument,
    "\n  mutation OpenCase($input: OpenCaseInput!) {\n    openCase(input: $input) {\n      case {\n        id\n        ...CaseRow\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.OpenCaseDocument,
    "\n  query ApplicantMatches($search: String!) {\n    applicants(filter: { search: $search }, first: 8) {\n      totalCount\n      edges {\n        node {\n          id\n          displayName\n          reference\n        }\n      }\n    }\n  }\n": typeof types.ApplicantMatchesDocument,
    "\n  query WorkList($filter: CaseFilter!, $orderBy: CaseOrder!, $first: Int!, $after: String) {\n    cases(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          ...CaseRow\n        }\n      }\n    }\n  }\n": typeof types.WorkListDocument,
    "\n  fragment CaseRow on Case {\n    id\n    reference\n    useCase\n    status\n    openedAt\n    updatedAt\n    applicant {\n      id\n      displayName\n      reference\n    }\n  }\n": typeof types.CaseRowFragmentDoc,
    "\n  query CaseCounts {\n    eventCursor\n    all: cases(first: 1) {\n      totalCount\n    }\n    waiting: cases(filter: { statuses: [ACTION_REQUIRED] }, first: 1) {\n      totalCount\n    }\n    running: cases(filter: { statuses: [RUNNING] }, first: 1) {\n      totalCount\n    }\n    new: cases(filter: { statuses: [OPEN] }, first: 1) {\n      totalCount\n    }\n    completed: cases(filter: { statuses: [COMPLETED] }, first: 1) {\n      totalCount\n    }\n    incomplete: cases(filter: { statuses: [PARTIAL, FAILED] }, first: 1) {\n      totalCount\n    }\n  }\n": typeof types.CaseCountsDocument,
    "\n  query ChosenApplicant($id: ID!) {\n    applicant(id: $id) {\n      id\n      displayName\n      reference\n    }\n  }\n": typeof types.ChosenApplicantDocument,
};
const documents: Documents = {
    "\n  fragment RequiredAction on Analysis {\n    id\n    action {\n      type\n      url\n      expiresAt\n      documents {\n        id\n        fileName\n      }\n    }\n  }\n": types.RequiredActionFragmentDoc,
    "\n  fragment AnalysisButtons on Analysis {\n    id\n    allowedActions\n  }\n": types.AnalysisButtonsFragmentDoc,
    "\n  mutation CancelAnalysis($input: CancelAnalysisInput!) {\n    cancelAnalysis(input: $input) {\n      analysis {\n        id\n        ...AnalysisCard\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.CancelAnalysisDocument,
    "\n  fragment AnalysisCard on Analysis {\n    id\n    product\n    status\n    stage\n    requestedAt\n    completedAt\n    provider {\n      id\n      name\n    }\n    error {\n      code\n      userMessage\n    }\n    obstacle {\n      code\n      userMessage\n    }\n    nextCheckAt\n    ...RequiredAction\n    ...AnalysisButtons\n    ...RunList\n    ...ReportLinks\n  }\n": types.AnalysisCardFragmentDoc,
    "\n  fragment AnalysisList on Case {\n    id\n    analyses {\n      id\n      ...AnalysisCard\n    }\n  }\n": types.AnalysisListFragmentDoc,
    "\n  fragment DocumentChoice on Case {\n    documents {\n      id\n      fileName\n      status\n    }\n  }\n": types.DocumentChoiceFragmentDoc,
    "\n  query DocumentResults($analysisId: ID!) {\n    analysis(id: $analysisId) {\n      id\n      documentResults {\n        status\n        document {\n          id\n          fileName\n        }\n        error {\n          code\n          userMessage\n        }\n      }\n    }\n  }\n": types.DocumentResultsDocument,
    "\n  mutation RequestConsent($input: RequestConsentInput!) {\n    requestConsent(input: $input) {\n      consent {\n        id\n        analysis {\n          id\n          ...AnalysisCard\n        }\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.RequestConsentDocument,
    "\n  fragment ReportLinks on Analysis {\n    reports {\n      name\n      url\n    }\n  }\n": types.ReportLinksFragmentDoc,
    "\n  fragment RunList on Analysis {\n    runs {\n      startedAt\n      outcome\n      provider {\n        id\n        name\n      }\n      error {\n        userMessage\n      }\n    }\n  }\n": types.RunListFragmentDoc,
    "\n  query ShareLink($analysisId: ID!) {\n    analysis(id: $analysisId) {\n      id\n      shareUrl\n    }\n  }\n": types.ShareLinkDocument,
    "\n  fragment StartAnalysisForm on Case {\n    id\n    ...DocumentChoice\n  }\n": types.StartAnalysisFormFragmentDoc,
    "\n  mutation StartAnalysis($input: StartAnalysisInput!) {\n    startAnalysis(input: $input) {\n      analysis {\n        id\n        ...AnalysisCard\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.StartAnalysisDocument,
    "\n  fragment StartAnalysis on Case {\n    documents {\n      id\n      status\n    }\n    ...StartAnalysisForm\n  }\n": types.StartAnalysisFragmentDoc,
    "\n  query Providers {\n    dataProviders {\n      id\n      name\n      products\n      options\n      capabilities\n      enabled\n    }\n  }\n": types.ProvidersDocument,
    "\n  mutation RetryAnalysis($input: RetryAnalysisInput!) {\n    retryAnalysis(input: $input) {\n      analysis {\n        id\n        ...AnalysisCard\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.RetryAnalysisDocument,
    "\n  fragment AccountTable on BankLogin {\n    bank {\n      name\n    }\n    accounts {\n      id\n      name\n      type\n      maskedIban\n      maskedNumber\n      removedAt\n      balance {\n        value\n        currency\n      }\n    }\n  }\n": types.AccountTableFragmentDoc,
    "\n  fragment BankLoginButtons on BankLogin {\n    id\n    bank {\n      name\n    }\n  }\n": types.BankLoginButtonsFragmentDoc,
    "\n  mutation SynchronizeBankLogin($input: SynchronizeBankLoginInput!) {\n    synchronizeBankLogin(input: $input) {\n      redirectUrl\n      bankLogin {\n        id\n        ...BankLoginCard\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.SynchronizeBankLoginDocument,
    "\n  mutation DeleteBankLogin($input: DeleteBankLoginInput!) {\n    deleteBankLogin(input: $input) {\n      bankLogin {\n        id\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.DeleteBankLoginDocument,
    "\n  fragment BankLoginCard on BankLogin {\n    id\n    stale\n    retrievedAt\n    bank {\n      name\n      bic\n    }\n    provider {\n      id\n      name\n    }\n    synchronization {\n      state\n      lastSynchronizedAt\n    }\n    ...AccountTable\n    ...BankLoginButtons\n  }\n": types.BankLoginCardFragmentDoc,
    "\n  query CaseBanks($id: ID!) {\n    eventCursor\n    case(id: $id) {\n      id\n      applicant {\n        id\n        bankLogins {\n          id\n          ...BankLoginCard\n        }\n      }\n    }\n  }\n": types.CaseBanksDocument,
    "\n  mutation ConnectBank($input: ConnectBankInput!) {\n    connectBank(input: $input) {\n      redirectUrl\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.ConnectBankDocument,
    "\n  fragment CaseHeader on Case {\n    id\n    reference\n    useCase\n    status\n    openedAt\n    updatedAt\n    applicant {\n      id\n      reference\n      kind\n      displayName\n      registration {\n        scheme\n        value\n      }\n    }\n  }\n": types.CaseHeaderFragmentDoc,
    "\n  query CasePage($id: ID!) {\n    case(id: $id) {\n      id\n      ...CaseHeader\n    }\n  }\n": types.CasePageDocument,
    "\n  fragment AlertItem on DecisionAlert {\n    source\n    providerSource\n    messages {\n      language\n      text\n    }\n    documents {\n      id\n      fileName\n    }\n  }\n": types.AlertItemFragmentDoc,
    "\n  fragment DecisionSummary on CaseDecision {\n    status\n    fraudRisk\n    validation\n    consistent\n    decidedAt\n    provider {\n      id\n      name\n    }\n    alerts {\n      ...AlertItem\n    }\n  }\n": types.DecisionSummaryFragmentDoc,
    "\n  fragment DocumentList on Case {\n    documents {\n      id\n      ...DocumentRow\n    }\n  }\n": types.DocumentListFragmentDoc,
    "\n  fragment DocumentRow on CaseDocument {\n    id\n    fileName\n    kind\n    byteSize\n    status\n    createdAt\n    rejection {\n      message\n    }\n  }\n": types.DocumentRowFragmentDoc,
    "\n  mutation AnnounceDocument($input: CreateDocumentUploadInput!) {\n    createDocumentUpload(input: $input) {\n      document {\n        id\n        ...DocumentRow\n      }\n      upload {\n        url\n        method\n        headers {\n          name\n          value\n        }\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.AnnounceDocumentDocument,
    "\n  query StoredDocument($id: ID!) {\n    document(id: $id) {\n      id\n      status\n      sha256\n      byteSize\n      mediaType\n      ...DocumentRow\n    }\n  }\n": types.StoredDocumentDocument,
    "\n  query CaseLetters($id: ID!, $after: String) {\n    eventCursor\n    case(id: $id) {\n      id\n      ...SendShipment\n      applicant {\n        id\n        shipments(first: 20, after: $after) {\n          totalCount\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          edges {\n            node {\n              id\n              ...ShipmentCard\n            }\n          }\n        }\n      }\n    }\n  }\n": types.CaseLettersDocument,
    "\n  fragment SendShipmentForm on Case {\n    applicant {\n      id\n    }\n    documents {\n      id\n      fileName\n      status\n    }\n  }\n": types.SendShipmentFormFragmentDoc,
    "\n  fragment SendShipment on Case {\n    documents {\n      id\n      status\n    }\n    ...SendShipmentForm\n  }\n": types.SendShipmentFragmentDoc,
    "\n  fragment ShipmentCard on Shipment {\n    id\n    channel\n    recipient\n    subject\n    status\n    createdAt\n    updatedAt\n    provider {\n      id\n      name\n    }\n    document {\n      id\n      fileName\n    }\n    error {\n      code\n      userMessage\n    }\n  }\n": types.ShipmentCardFragmentDoc,
    "\n  mutation SendLetter($input: SendLetterInput!) {\n    sendLetter(input: $input) {\n      shipment {\n        id\n        ...ShipmentCard\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.SendLetterDocument,
    "\n  mutation SendFax($input: SendFaxInput!) {\n    sendFax(input: $input) {\n      shipment {\n        id\n        ...ShipmentCard\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.SendFaxDocument,
    "\n  fragment Balance on Case {\n    statements(first: 50) {\n      edges {\n        node {\n          id\n          bankName\n          from\n          to\n          account {\n            maskedNumber\n            maskedIban\n          }\n        }\n      }\n    }\n  }\n": types.BalanceFragmentDoc,
    "\n  query CashFlow($applicantId: ID!, $from: Date!, $to: Date!, $interval: CashFlowInterval!) {\n    applicant(id: $applicantId) {\n      id\n      cashFlow(from: $from, to: $to, interval: $interval) {\n        from\n        to\n        currency\n        moneyIn\n        moneyOut\n        net\n        transactionCount\n      }\n    }\n  }\n": types.CashFlowDocument,
    "\n  fragment CashFlow on Case {\n    applicant {\n      id\n    }\n    statements(first: 50) {\n      edges {\n        node {\n          id\n          from\n          to\n        }\n      }\n    }\n  }\n": types.CashFlowFragmentDoc,
    "\n  query CaseMoney($id: ID!) {\n    case(id: $id) {\n      id\n      ...StatementTable\n      ...CashFlow\n      ...Balance\n      applicant {\n        id\n      }\n    }\n  }\n": types.CaseMoneyDocument,
    "\n  query StatementBalances($id: ID!, $after: String) {\n    statement(id: $id) {\n      id\n      transactions(first: 500, after: $after, orderBy: EFFECTIVE_DATE_ASC) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            id\n            effectiveDate\n            balanceAfter {\n              value\n              currency\n            }\n          }\n        }\n      }\n    }\n  }\n": types.StatementBalancesDocument,
    "\n  fragment StatementRow on Statement {\n    id\n    bankName\n    from\n    to\n    transactionCount\n    reconciles\n    missingMonths\n    provider {\n      id\n      name\n    }\n    account {\n      holderName\n      maskedNumber\n      maskedIban\n    }\n    openingBalance {\n      value\n      currency\n    }\n    closingBalance {\n      value\n      currency\n    }\n    disagreements {\n      what\n    }\n  }\n": types.StatementRowFragmentDoc,
    "\n  fragment StatementTable on Case {\n    statements(first: 50) {\n      totalCount\n      edges {\n        node {\n          id\n          ...StatementRow\n        }\n      }\n    }\n  }\n": types.StatementTableFragmentDoc,
    "\n  fragment TransactionRow on Transaction {\n    id\n    effectiveDate\n    description\n    status\n    amount {\n      value\n      currency\n    }\n    balanceAfter {\n      value\n      currency\n    }\n    counterparty {\n      name\n    }\n    category {\n      code\n    }\n  }\n": types.TransactionRowFragmentDoc,
    "\n  query Transactions(\n    $applicantId: ID!\n    $filter: TransactionFilter!\n    $orderBy: TransactionOrder!\n    $first: Int!\n    $after: String\n  ) {\n    applicant(id: $applicantId) {\n      id\n      transactions(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          cursor\n          node {\n            id\n            ...TransactionRow\n          }\n        }\n      }\n    }\n  }\n": types.TransactionsDocument,
    "\n  query CaseOverview($id: ID!) {\n    case(id: $id) {\n      id\n      ...DocumentList\n      ...StartAnalysis\n      ...AnalysisList\n      decision {\n        ...DecisionSummary\n      }\n    }\n  }\n": types.CaseOverviewDocument,
    "\n  query Metrics($id: ID!, $first: Int!, $after: String) {\n    riskAssessment(id: $id) {\n      id\n      metrics(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          cursor\n          node {\n            name\n            value\n            unit\n            basis\n          }\n        }\n      }\n    }\n  }\n": types.MetricsDocument,
    "\n  fragment RiskAssessmentPanel on RiskAssessment {\n    id\n    kind\n    level\n    riskClass\n    assessedAt\n    provider {\n      id\n      name\n    }\n    flag {\n      color\n      dataSanity\n    }\n    score {\n      ...ScoreFact\n    }\n    ...SignalList\n  }\n": types.RiskAssessmentPanelFragmentDoc,
    "\n  query CaseRisk($id: ID!) {\n    case(id: $id) {\n      id\n      riskAssessments {\n        id\n        ...RiskAssessmentPanel\n      }\n    }\n  }\n": types.CaseRiskDocument,
    "\n  fragment ScoreFact on Score {\n    value\n    min\n    max\n    higherIsRiskier\n  }\n": types.ScoreFactFragmentDoc,
    "\n  fragment SignalItem on RiskSignal {\n    code\n    sentiment\n    value\n    quantile\n    explanations\n  }\n": types.SignalItemFragmentDoc,
    "\n  fragment SignalList on RiskAssessment {\n    signals {\n      code\n      sentiment\n      ...SignalItem\n    }\n  }\n": types.SignalListFragmentDoc,
    "\n  fragment TimelineEntry on ActivityEvent {\n    type\n    via\n    occurredAt\n    analysisStatus\n    analysisStage\n    analysis {\n      id\n      product\n      provider {\n        id\n        name\n      }\n    }\n    document {\n      id\n      fileName\n    }\n    bankLogin {\n      id\n      bank {\n        name\n      }\n    }\n  }\n": types.TimelineEntryFragmentDoc,
    "\n  query CaseHistory($id: ID!) {\n    eventCursor\n    case(id: $id) {\n      id\n      events(first: 200) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            id\n            ...TimelineEntry\n          }\n        }\n      }\n    }\n  }\n": types.CaseHistoryDocument,
    "\n  subscription LiveEvents($filter: EventFilter!, $after: Cursor!) {\n    events(filter: $filter, after: $after) {\n      id\n      cursor\n      type\n      ...TimelineEntry\n      case {\n        id\n        status\n        updatedAt\n      }\n      analysis {\n        id\n        ...AnalysisCard\n      }\n      document {\n        id\n        ...DocumentRow\n      }\n    }\n  }\n": types.LiveEventsDocument,
    "\n  mutation CreateApplicant($input: CreateApplicantInput!) {\n    createApplicant(input: $input) {\n      applicant {\n        id\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.CreateApplicantDocument,
    "\n  mutation OpenCase($input: OpenCaseInput!) {\n    openCase(input: $input) {\n      case {\n        id\n        ...CaseRow\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.OpenCaseDocument,
    "\n  query ApplicantMatches($search: String!) {\n    applicants(filter: { search: $search }, first: 8) {\n      totalCount\n      edges {\n        node {\n          id\n          displayName\n          reference\n        }\n      }\n    }\n  }\n": types.ApplicantMatchesDocument,
    "\n  query WorkList($filter: CaseFilter!, $orderBy: CaseOrder!, $first: Int!, $after: String) {\n    cases(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          ...CaseRow\n        }\n      }\n    }\n  }\n": types.WorkListDocument,
    "\n  fragment CaseRow on Case {\n    id\n    reference\n    useCase\n    status\n    openedAt\n    updatedAt\n    applicant {\n      id\n      displayName\n      reference\n    }\n  }\n": types.CaseRowFragmentDoc,
    "\n  query CaseCounts {\n    eventCursor\n    all: cases(first: 1) {\n      totalCount\n    }\n    waiting: cases(filter: { statuses: [ACTION_REQUIRED] }, first: 1) {\n      totalCount\n    }\n    running: cases(filter: { statuses: [RUNNING] }, first: 1) {\n      totalCount\n    }\n    new: cases(filter: { statuses: [OPEN] }, first: 1) {\n      totalCount\n    }\n    completed: cases(filter: { statuses: [COMPLETED] }, first: 1) {\n      totalCount\n    }\n    incomplete: cases(filter: { statuses: [PARTIAL, FAILED] }, first: 1) {\n      totalCount\n    }\n  }\n": types.CaseCountsDocument,
    "\n  query ChosenApplicant($id: ID!) {\n    applicant(id: $id) {\n      id\n      displayName\n      reference\n    }\n  }\n": types.ChosenApplicantDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RequiredAction on Analysis {\n    id\n    action {\n      type\n      url\n      expiresAt\n      documents {\n        id\n        fileName\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment RequiredAction on Analysis {\n    id\n    action {\n      type\n      url\n      expiresAt\n      documents {\n        id\n        fileName\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AnalysisButtons on Analysis {\n    id\n    allowedActions\n  }\n"): (typeof documents)["\n  fragment AnalysisButtons on Analysis {\n    id\n    allowedActions\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelAnalysis($input: CancelAnalysisInput!) {\n    cancelAnalysis(input: $input) {\n      analysis {\n        id\n        ...AnalysisCard\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelAnalysis($input: CancelAnalysisInput!) {\n    cancelAnalysis(input: $input) {\n      analysis {\n        id\n        ...AnalysisCard\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AnalysisCard on Analysis {\n    id\n    product\n    status\n    stage\n    requestedAt\n    completedAt\n    provider {\n      id\n      name\n    }\n    error {\n      code\n      userMessage\n    }\n    obstacle {\n      code\n      userMessage\n    }\n    nextCheckAt\n    ...RequiredAction\n    ...AnalysisButtons\n    ...RunList\n    ...ReportLinks\n  }\n"): (typeof documents)["\n  fragment AnalysisCard on Analysis {\n    id\n    product\n    status\n    stage\n    requestedAt\n    completedAt\n    provider {\n      id\n      name\n    }\n    error {\n      code\n      userMessage\n    }\n    obstacle {\n      code\n      userMessage\n    }\n    nextCheckAt\n    ...RequiredAction\n    ...AnalysisButtons\n    ...RunList\n    ...ReportLinks\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AnalysisList on Case {\n    id\n    analyses {\n      id\n      ...AnalysisCard\n    }\n  }\n"): (typeof documents)["\n  fragment AnalysisList on Case {\n    id\n    analyses {\n      id\n      ...AnalysisCard\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DocumentChoice on Case {\n    documents {\n      id\n      fileName\n      status\n    }\n  }\n"): (typeof documents)["\n  fragment DocumentChoice on Case {\n    documents {\n      id\n      fileName\n      status\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DocumentResults($analysisId: ID!) {\n    analysis(id: $analysisId) {\n      id\n      documentResults {\n        status\n        document {\n          id\n          fileName\n        }\n        error {\n          code\n          userMessage\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query DocumentResults($analysisId: ID!) {\n    analysis(id: $analysisId) {\n      id\n      documentResults {\n        status\n        document {\n          id\n          fileName\n        }\n        error {\n          code\n          userMessage\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestConsent($input: RequestConsentInput!) {\n    requestConsent(input: $input) {\n      consent {\n        id\n        analysis {\n          id\n          ...AnalysisCard\n        }\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RequestConsent($input: RequestConsentInput!) {\n    requestConsent(input: $input) {\n      consent {\n        id\n        analysis {\n          id\n          ...AnalysisCard\n        }\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReportLinks on Analysis {\n    reports {\n      name\n      url\n    }\n  }\n"): (typeof documents)["\n  fragment ReportLinks on Analysis {\n    reports {\n      name\n      url\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunList on Analysis {\n    runs {\n      startedAt\n      outcome\n      provider {\n        id\n        name\n      }\n      error {\n        userMessage\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment RunList on Analysis {\n    runs {\n      startedAt\n      outcome\n      provider {\n        id\n        name\n      }\n      error {\n        userMessage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ShareLink($analysisId: ID!) {\n    analysis(id: $analysisId) {\n      id\n      shareUrl\n    }\n  }\n"): (typeof documents)["\n  query ShareLink($analysisId: ID!) {\n    analysis(id: $analysisId) {\n      id\n      shareUrl\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment StartAnalysisForm on Case {\n    id\n    ...DocumentChoice\n  }\n"): (typeof documents)["\n  fragment StartAnalysisForm on Case {\n    id\n    ...DocumentChoice\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartAnalysis($input: StartAnalysisInput!) {\n    startAnalysis(input: $input) {\n      analysis {\n        id\n        ...AnalysisCard\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StartAnalysis($input: StartAnalysisInput!) {\n    startAnalysis(input: $input) {\n      analysis {\n        id\n        ...AnalysisCard\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment StartAnalysis on Case {\n    documents {\n      id\n      status\n    }\n    ...StartAnalysisForm\n  }\n"): (typeof documents)["\n  fragment StartAnalysis on Case {\n    documents {\n      id\n      status\n    }\n    ...StartAnalysisForm\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Providers {\n    dataProviders {\n      id\n      name\n      products\n      options\n      capabilities\n      enabled\n    }\n  }\n"): (typeof documents)["\n  query Providers {\n    dataProviders {\n      id\n      name\n      products\n      options\n      capabilities\n      enabled\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryAnalysis($input: RetryAnalysisInput!) {\n    retryAnalysis(input: $input) {\n      analysis {\n        id\n        ...AnalysisCard\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RetryAnalysis($input: RetryAnalysisInput!) {\n    retryAnalysis(input: $input) {\n      analysis {\n        id\n        ...AnalysisCard\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AccountTable on BankLogin {\n    bank {\n      name\n    }\n    accounts {\n      id\n      name\n      type\n      maskedIban\n      maskedNumber\n      removedAt\n      balance {\n        value\n        currency\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment AccountTable on BankLogin {\n    bank {\n      name\n    }\n    accounts {\n      id\n      name\n      type\n      maskedIban\n      maskedNumber\n      removedAt\n      balance {\n        value\n        currency\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BankLoginButtons on BankLogin {\n    id\n    bank {\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment BankLoginButtons on BankLogin {\n    id\n    bank {\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SynchronizeBankLogin($input: SynchronizeBankLoginInput!) {\n    synchronizeBankLogin(input: $input) {\n      redirectUrl\n      bankLogin {\n        id\n        ...BankLoginCard\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SynchronizeBankLogin($input: SynchronizeBankLoginInput!) {\n    synchronizeBankLogin(input: $input) {\n      redirectUrl\n      bankLogin {\n        id\n        ...BankLoginCard\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteBankLogin($input: DeleteBankLoginInput!) {\n    deleteBankLogin(input: $input) {\n      bankLogin {\n        id\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteBankLogin($input: DeleteBankLoginInput!) {\n    deleteBankLogin(input: $input) {\n      bankLogin {\n        id\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BankLoginCard on BankLogin {\n    id\n    stale\n    retrievedAt\n    bank {\n      name\n      bic\n    }\n    provider {\n      id\n      name\n    }\n    synchronization {\n      state\n      lastSynchronizedAt\n    }\n    ...AccountTable\n    ...BankLoginButtons\n  }\n"): (typeof documents)["\n  fragment BankLoginCard on BankLogin {\n    id\n    stale\n    retrievedAt\n    bank {\n      name\n      bic\n    }\n    provider {\n      id\n      name\n    }\n    synchronization {\n      state\n      lastSynchronizedAt\n    }\n    ...AccountTable\n    ...BankLoginButtons\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseBanks($id: ID!) {\n    eventCursor\n    case(id: $id) {\n      id\n      applicant {\n        id\n        bankLogins {\n          id\n          ...BankLoginCard\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CaseBanks($id: ID!) {\n    eventCursor\n    case(id: $id) {\n      id\n      applicant {\n        id\n        bankLogins {\n          id\n          ...BankLoginCard\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConnectBank($input: ConnectBankInput!) {\n    connectBank(input: $input) {\n      redirectUrl\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ConnectBank($input: ConnectBankInput!) {\n    connectBank(input: $input) {\n      redirectUrl\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CaseHeader on Case {\n    id\n    reference\n    useCase\n    status\n    openedAt\n    updatedAt\n    applicant {\n      id\n      reference\n      kind\n      displayName\n      registration {\n        scheme\n        value\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment CaseHeader on Case {\n    id\n    reference\n    useCase\n    status\n    openedAt\n    updatedAt\n    applicant {\n      id\n      reference\n      kind\n      displayName\n      registration {\n        scheme\n        value\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CasePage($id: ID!) {\n    case(id: $id) {\n      id\n      ...CaseHeader\n    }\n  }\n"): (typeof documents)["\n  query CasePage($id: ID!) {\n    case(id: $id) {\n      id\n      ...CaseHeader\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AlertItem on DecisionAlert {\n    source\n    providerSource\n    messages {\n      language\n      text\n    }\n    documents {\n      id\n      fileName\n    }\n  }\n"): (typeof documents)["\n  fragment AlertItem on DecisionAlert {\n    source\n    providerSource\n    messages {\n      language\n      text\n    }\n    documents {\n      id\n      fileName\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DecisionSummary on CaseDecision {\n    status\n    fraudRisk\n    validation\n    consistent\n    decidedAt\n    provider {\n      id\n      name\n    }\n    alerts {\n      ...AlertItem\n    }\n  }\n"): (typeof documents)["\n  fragment DecisionSummary on CaseDecision {\n    status\n    fraudRisk\n    validation\n    consistent\n    decidedAt\n    provider {\n      id\n      name\n    }\n    alerts {\n      ...AlertItem\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DocumentList on Case {\n    documents {\n      id\n      ...DocumentRow\n    }\n  }\n"): (typeof documents)["\n  fragment DocumentList on Case {\n    documents {\n      id\n      ...DocumentRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DocumentRow on CaseDocument {\n    id\n    fileName\n    kind\n    byteSize\n    status\n    createdAt\n    rejection {\n      message\n    }\n  }\n"): (typeof documents)["\n  fragment DocumentRow on CaseDocument {\n    id\n    fileName\n    kind\n    byteSize\n    status\n    createdAt\n    rejection {\n      message\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AnnounceDocument($input: CreateDocumentUploadInput!) {\n    createDocumentUpload(input: $input) {\n      document {\n        id\n        ...DocumentRow\n      }\n      upload {\n        url\n        method\n        headers {\n          name\n          value\n        }\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AnnounceDocument($input: CreateDocumentUploadInput!) {\n    createDocumentUpload(input: $input) {\n      document {\n        id\n        ...DocumentRow\n      }\n      upload {\n        url\n        method\n        headers {\n          name\n          value\n        }\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StoredDocument($id: ID!) {\n    document(id: $id) {\n      id\n      status\n      sha256\n      byteSize\n      mediaType\n      ...DocumentRow\n    }\n  }\n"): (typeof documents)["\n  query StoredDocument($id: ID!) {\n    document(id: $id) {\n      id\n      status\n      sha256\n      byteSize\n      mediaType\n      ...DocumentRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseLetters($id: ID!, $after: String) {\n    eventCursor\n    case(id: $id) {\n      id\n      ...SendShipment\n      applicant {\n        id\n        shipments(first: 20, after: $after) {\n          totalCount\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          edges {\n            node {\n              id\n              ...ShipmentCard\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CaseLetters($id: ID!, $after: String) {\n    eventCursor\n    case(id: $id) {\n      id\n      ...SendShipment\n      applicant {\n        id\n        shipments(first: 20, after: $after) {\n          totalCount\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          edges {\n            node {\n              id\n              ...ShipmentCard\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SendShipmentForm on Case {\n    applicant {\n      id\n    }\n    documents {\n      id\n      fileName\n      status\n    }\n  }\n"): (typeof documents)["\n  fragment SendShipmentForm on Case {\n    applicant {\n      id\n    }\n    documents {\n      id\n      fileName\n      status\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SendShipment on Case {\n    documents {\n      id\n      status\n    }\n    ...SendShipmentForm\n  }\n"): (typeof documents)["\n  fragment SendShipment on Case {\n    documents {\n      id\n      status\n    }\n    ...SendShipmentForm\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ShipmentCard on Shipment {\n    id\n    channel\n    recipient\n    subject\n    status\n    createdAt\n    updatedAt\n    provider {\n      id\n      name\n    }\n    document {\n      id\n      fileName\n    }\n    error {\n      code\n      userMessage\n    }\n  }\n"): (typeof documents)["\n  fragment ShipmentCard on Shipment {\n    id\n    channel\n    recipient\n    subject\n    status\n    createdAt\n    updatedAt\n    provider {\n      id\n      name\n    }\n    document {\n      id\n      fileName\n    }\n    error {\n      code\n      userMessage\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendLetter($input: SendLetterInput!) {\n    sendLetter(input: $input) {\n      shipment {\n        id\n        ...ShipmentCard\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SendLetter($input: SendLetterInput!) {\n    sendLetter(input: $input) {\n      shipment {\n        id\n        ...ShipmentCard\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendFax($input: SendFaxInput!) {\n    sendFax(input: $input) {\n      shipment {\n        id\n        ...ShipmentCard\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SendFax($input: SendFaxInput!) {\n    sendFax(input: $input) {\n      shipment {\n        id\n        ...ShipmentCard\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Balance on Case {\n    statements(first: 50) {\n      edges {\n        node {\n          id\n          bankName\n          from\n          to\n          account {\n            maskedNumber\n            maskedIban\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment Balance on Case {\n    statements(first: 50) {\n      edges {\n        node {\n          id\n          bankName\n          from\n          to\n          account {\n            maskedNumber\n            maskedIban\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CashFlow($applicantId: ID!, $from: Date!, $to: Date!, $interval: CashFlowInterval!) {\n    applicant(id: $applicantId) {\n      id\n      cashFlow(from: $from, to: $to, interval: $interval) {\n        from\n        to\n        currency\n        moneyIn\n        moneyOut\n        net\n        transactionCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query CashFlow($applicantId: ID!, $from: Date!, $to: Date!, $interval: CashFlowInterval!) {\n    applicant(id: $applicantId) {\n      id\n      cashFlow(from: $from, to: $to, interval: $interval) {\n        from\n        to\n        currency\n        moneyIn\n        moneyOut\n        net\n        transactionCount\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CashFlow on Case {\n    applicant {\n      id\n    }\n    statements(first: 50) {\n      edges {\n        node {\n          id\n          from\n          to\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment CashFlow on Case {\n    applicant {\n      id\n    }\n    statements(first: 50) {\n      edges {\n        node {\n          id\n          from\n          to\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseMoney($id: ID!) {\n    case(id: $id) {\n      id\n      ...StatementTable\n      ...CashFlow\n      ...Balance\n      applicant {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  query CaseMoney($id: ID!) {\n    case(id: $id) {\n      id\n      ...StatementTable\n      ...CashFlow\n      ...Balance\n      applicant {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StatementBalances($id: ID!, $after: String) {\n    statement(id: $id) {\n      id\n      transactions(first: 500, after: $after, orderBy: EFFECTIVE_DATE_ASC) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            id\n            effectiveDate\n            balanceAfter {\n              value\n              currency\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query StatementBalances($id: ID!, $after: String) {\n    statement(id: $id) {\n      id\n      transactions(first: 500, after: $after, orderBy: EFFECTIVE_DATE_ASC) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            id\n            effectiveDate\n            balanceAfter {\n              value\n              currency\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment StatementRow on Statement {\n    id\n    bankName\n    from\n    to\n    transactionCount\n    reconciles\n    missingMonths\n    provider {\n      id\n      name\n    }\n    account {\n      holderName\n      maskedNumber\n      maskedIban\n    }\n    openingBalance {\n      value\n      currency\n    }\n    closingBalance {\n      value\n      currency\n    }\n    disagreements {\n      what\n    }\n  }\n"): (typeof documents)["\n  fragment StatementRow on Statement {\n    id\n    bankName\n    from\n    to\n    transactionCount\n    reconciles\n    missingMonths\n    provider {\n      id\n      name\n    }\n    account {\n      holderName\n      maskedNumber\n      maskedIban\n    }\n    openingBalance {\n      value\n      currency\n    }\n    closingBalance {\n      value\n      currency\n    }\n    disagreements {\n      what\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment StatementTable on Case {\n    statements(first: 50) {\n      totalCount\n      edges {\n        node {\n          id\n          ...StatementRow\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment StatementTable on Case {\n    statements(first: 50) {\n      totalCount\n      edges {\n        node {\n          id\n          ...StatementRow\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TransactionRow on Transaction {\n    id\n    effectiveDate\n    description\n    status\n    amount {\n      value\n      currency\n    }\n    balanceAfter {\n      value\n      currency\n    }\n    counterparty {\n      name\n    }\n    category {\n      code\n    }\n  }\n"): (typeof documents)["\n  fragment TransactionRow on Transaction {\n    id\n    effectiveDate\n    description\n    status\n    amount {\n      value\n      currency\n    }\n    balanceAfter {\n      value\n      currency\n    }\n    counterparty {\n      name\n    }\n    category {\n      code\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Transactions(\n    $applicantId: ID!\n    $filter: TransactionFilter!\n    $orderBy: TransactionOrder!\n    $first: Int!\n    $after: String\n  ) {\n    applicant(id: $applicantId) {\n      id\n      transactions(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          cursor\n          node {\n            id\n            ...TransactionRow\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Transactions(\n    $applicantId: ID!\n    $filter: TransactionFilter!\n    $orderBy: TransactionOrder!\n    $first: Int!\n    $after: String\n  ) {\n    applicant(id: $applicantId) {\n      id\n      transactions(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          cursor\n          node {\n            id\n            ...TransactionRow\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseOverview($id: ID!) {\n    case(id: $id) {\n      id\n      ...DocumentList\n      ...StartAnalysis\n      ...AnalysisList\n      decision {\n        ...DecisionSummary\n      }\n    }\n  }\n"): (typeof documents)["\n  query CaseOverview($id: ID!) {\n    case(id: $id) {\n      id\n      ...DocumentList\n      ...StartAnalysis\n      ...AnalysisList\n      decision {\n        ...DecisionSummary\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Metrics($id: ID!, $first: Int!, $after: String) {\n    riskAssessment(id: $id) {\n      id\n      metrics(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          cursor\n          node {\n            name\n            value\n            unit\n            basis\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Metrics($id: ID!, $first: Int!, $after: String) {\n    riskAssessment(id: $id) {\n      id\n      metrics(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          cursor\n          node {\n            name\n            value\n            unit\n            basis\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RiskAssessmentPanel on RiskAssessment {\n    id\n    kind\n    level\n    riskClass\n    assessedAt\n    provider {\n      id\n      name\n    }\n    flag {\n      color\n      dataSanity\n    }\n    score {\n      ...ScoreFact\n    }\n    ...SignalList\n  }\n"): (typeof documents)["\n  fragment RiskAssessmentPanel on RiskAssessment {\n    id\n    kind\n    level\n    riskClass\n    assessedAt\n    provider {\n      id\n      name\n    }\n    flag {\n      color\n      dataSanity\n    }\n    score {\n      ...ScoreFact\n    }\n    ...SignalList\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseRisk($id: ID!) {\n    case(id: $id) {\n      id\n      riskAssessments {\n        id\n        ...RiskAssessmentPanel\n      }\n    }\n  }\n"): (typeof documents)["\n  query CaseRisk($id: ID!) {\n    case(id: $id) {\n      id\n      riskAssessments {\n        id\n        ...RiskAssessmentPanel\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ScoreFact on Score {\n    value\n    min\n    max\n    higherIsRiskier\n  }\n"): (typeof documents)["\n  fragment ScoreFact on Score {\n    value\n    min\n    max\n    higherIsRiskier\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SignalItem on RiskSignal {\n    code\n    sentiment\n    value\n    quantile\n    explanations\n  }\n"): (typeof documents)["\n  fragment SignalItem on RiskSignal {\n    code\n    sentiment\n    value\n    quantile\n    explanations\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SignalList on RiskAssessment {\n    signals {\n      code\n      sentiment\n      ...SignalItem\n    }\n  }\n"): (typeof documents)["\n  fragment SignalList on RiskAssessment {\n    signals {\n      code\n      sentiment\n      ...SignalItem\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TimelineEntry on ActivityEvent {\n    type\n    via\n    occurredAt\n    analysisStatus\n    analysisStage\n    analysis {\n      id\n      product\n      provider {\n        id\n        name\n      }\n    }\n    document {\n      id\n      fileName\n    }\n    bankLogin {\n      id\n      bank {\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment TimelineEntry on ActivityEvent {\n    type\n    via\n    occurredAt\n    analysisStatus\n    analysisStage\n    analysis {\n      id\n      product\n      provider {\n        id\n        name\n      }\n    }\n    document {\n      id\n      fileName\n    }\n    bankLogin {\n      id\n      bank {\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseHistory($id: ID!) {\n    eventCursor\n    case(id: $id) {\n      id\n      events(first: 200) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            id\n            ...TimelineEntry\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CaseHistory($id: ID!) {\n    eventCursor\n    case(id: $id) {\n      id\n      events(first: 200) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            id\n            ...TimelineEntry\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription LiveEvents($filter: EventFilter!, $after: Cursor!) {\n    events(filter: $filter, after: $after) {\n      id\n      cursor\n      type\n      ...TimelineEntry\n      case {\n        id\n        status\n        updatedAt\n      }\n      analysis {\n        id\n        ...AnalysisCard\n      }\n      document {\n        id\n        ...DocumentRow\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription LiveEvents($filter: EventFilter!, $after: Cursor!) {\n    events(filter: $filter, after: $after) {\n      id\n      cursor\n      type\n      ...TimelineEntry\n      case {\n        id\n        status\n        updatedAt\n      }\n      analysis {\n        id\n        ...AnalysisCard\n      }\n      document {\n        id\n        ...DocumentRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateApplicant($input: CreateApplicantInput!) {\n    createApplicant(input: $input) {\n      applicant {\n        id\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateApplicant($input: CreateApplicantInput!) {\n    createApplicant(input: $input) {\n      applicant {\n        id\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OpenCase($input: OpenCaseInput!) {\n    openCase(input: $input) {\n      case {\n        id\n        ...CaseRow\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation OpenCase($input: OpenCaseInput!) {\n    openCase(input: $input) {\n      case {\n        id\n        ...CaseRow\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApplicantMatches($search: String!) {\n    applicants(filter: { search: $search }, first: 8) {\n      totalCount\n      edges {\n        node {\n          id\n          displayName\n          reference\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ApplicantMatches($search: String!) {\n    applicants(filter: { search: $search }, first: 8) {\n      totalCount\n      edges {\n        node {\n          id\n          displayName\n          reference\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WorkList($filter: CaseFilter!, $orderBy: CaseOrder!, $first: Int!, $after: String) {\n    cases(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          ...CaseRow\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query WorkList($filter: CaseFilter!, $orderBy: CaseOrder!, $first: Int!, $after: String) {\n    cases(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          ...CaseRow\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CaseRow on Case {\n    id\n    reference\n    useCase\n    status\n    openedAt\n    updatedAt\n    applicant {\n      id\n      displayName\n      reference\n    }\n  }\n"): (typeof documents)["\n  fragment CaseRow on Case {\n    id\n    reference\n    useCase\n    status\n    openedAt\n    updatedAt\n    applicant {\n      id\n      displayName\n      reference\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseCounts {\n    eventCursor\n    all: cases(first: 1) {\n      totalCount\n    }\n    waiting: cases(filter: { statuses: [ACTION_REQUIRED] }, first: 1) {\n      totalCount\n    }\n    running: cases(filter: { statuses: [RUNNING] }, first: 1) {\n      totalCount\n    }\n    new: cases(filter: { statuses: [OPEN] }, first: 1) {\n      totalCount\n    }\n    completed: cases(filter: { statuses: [COMPLETED] }, first: 1) {\n      totalCount\n    }\n    incomplete: cases(filter: { statuses: [PARTIAL, FAILED] }, first: 1) {\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query CaseCounts {\n    eventCursor\n    all: cases(first: 1) {\n      totalCount\n    }\n    waiting: cases(filter: { statuses: [ACTION_REQUIRED] }, first: 1) {\n      totalCount\n    }\n    running: cases(filter: { statuses: [RUNNING] }, first: 1) {\n      totalCount\n    }\n    new: cases(filter: { statuses: [OPEN] }, first: 1) {\n      totalCount\n    }\n    completed: cases(filter: { statuses: [COMPLETED] }, first: 1) {\n      totalCount\n    }\n    incomplete: cases(filter: { statuses: [PARTIAL, FAILED] }, first: 1) {\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChosenApplicant($id: ID!) {\n    applicant(id: $id) {\n      id\n      displayName\n      reference\n    }\n  }\n"): (typeof documents)["\n  query ChosenApplicant($id: ID!) {\n    applicant(id: $id) {\n      id\n      displayName\n      reference\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;