// SPDX-License-Identifier: Apache-2.0

extension IATIGrammar {
  /// Files of activities.
  static let activities: IATIGrammar = IATIGrammar(
    """
    iati-activities : iati-activity+ | version! generated-datetime:dateTime linked-data-default:anyURI
    iati-activity : iati-identifier!=plain reporting-org! title!=words description+ participating-org+ \
    other-identifier* activity-status!=coded activity-date+ contact-info* activity-scope?=coded \
    recipient-country* recipient-region* location* sector* tag* country-budget-items? \
    humanitarian-scope* policy-marker* collaboration-type?=coded default-flow-type?=coded \
    default-finance-type?=coded default-aid-type*=aid-type default-tied-status?=coded budget* \
    planned-disbursement* capital-spend? transaction* document-link* related-activity* legacy-data* \
    conditions? result* crs-add? fss? \
    | last-updated-datetime:dateTime xml:lang:language default-currency humanitarian:boolean \
    hierarchy:int linked-data-uri:anyURI budget-not-provided
    plain : (string) |
    web : (anyURI) |
    text : (string) | | own
    amount : (decimal) | | own
    words : narrative+ |
    coded : | code!
    dated : | iso-date!:date
    narrative : (string) | xml:lang:language
    value : (decimal) | currency value-date!:date
    reporting-org : narrative+ | ref! type! secondary-reporter:boolean
    description : narrative+ | type
    participating-org : narrative* | ref type role! activity-id crs-channel-code
    other-identifier : owner-org? | ref! type!
    owner-org : narrative* | ref
    activity-date : narrative* | type! iso-date!:date
    contact-info : organisation?=words department?=words person-name?=words job-title?=words \
    telephone*=plain email*=plain website*=web mailing-address*=words | type
    recipient-country : narrative* | code! percentage:decimal
    recipient-region : narrative* | code! vocabulary vocabulary-uri:anyURI percentage:decimal
    location : location-reach?=coded location-id* name?=words description?=words \
    activity-description?=words administrative* point? exactness?=coded location-class?=coded \
    feature-designation?=coded | ref
    location-id : | code! vocabulary!
    administrative : | code! vocabulary! level:nonNegativeInteger
    point : pos!=text | srsName!
    sector : narrative* | vocabulary vocabulary-uri:anyURI code! percentage:decimal
    tag : narrative* | code! vocabulary! vocabulary-uri:anyURI
    country-budget-items : budget-item+ | vocabulary!
    budget-item : description?=words | code! percentage:decimal
    humanitarian-scope : narrative* | type! vocabulary! vocabulary-uri:anyURI code!
    policy-marker : narrative* | vocabulary vocabulary-uri:anyURI code! significance
    aid-type : | code! vocabulary
    budget : period-start!=dated period-end!=dated value! | type status
    planned-disbursement : period-start!=dated period-end?=dated value! provider-org? receiver-org? | type
    provider-org : narrative* | ref provider-activity-id type
    receiver-org : narrative* | ref receiver-activity-id type
    capital-spend : | percentage!:decimal
    transaction : transaction-type!=coded transaction-date!=dated value! description?=words \
    provider-org? receiver-org? disbursement-channel?=coded sector*=sector-of-transaction \
    recipient-country?=country-of-transaction recipient-region?=region-of-transaction \
    flow-type?=coded finance-type?=coded aid-type* tied-status?=coded | ref humanitarian:boolean
    sector-of-transaction : narrative* | vocabulary vocabulary-uri:anyURI code!
    country-of-transaction : narrative* | code!
    region-of-transaction : narrative* | code! vocabulary vocabulary-uri:anyURI
    document-link : title!=words description?=words category+=coded language*=coded \
    document-date?=dated | url!:anyURI format!
    related-activity : | ref! type! | own
    legacy-data : | name! value! iati-equivalent:NMTOKEN | own
    conditions : condition* | attached!:boolean
    condition : narrative+ | type! | own
    result : title!=words description?=words document-link* reference* indicator+ \
    | type! aggregation-status:boolean
    reference : | code! vocabulary! vocabulary-uri:anyURI
    indicator : title!=words description?=words document-link* reference*=reference-of-indicator \
    baseline* period* | measure! ascending:boolean aggregation-status:boolean
    reference-of-indicator : | vocabulary! code! indicator-uri:anyURI
    baseline : location*=place dimension* document-link* comment?=words \
    | iso-date:date year!:positiveInteger value
    period : period-start!=dated period-end!=dated target*=reached actual*=reached |
    reached : location*=place dimension* comment?=words document-link* | value | own
    place : | ref
    dimension : | name value
    crs-add : other-flags* loan-terms? loan-status? channel-code?=text |
    other-flags : | code! significance!:boolean
    loan-terms : repayment-type?=coded repayment-plan?=coded commitment-date?=dated \
    repayment-first-date?=dated repayment-final-date?=dated | rate-1:decimal rate-2:decimal
    loan-status : interest-received?=amount principal-outstanding?=amount principal-arrears?=amount \
    interest-arrears?=amount | year!:decimal currency value-date!:date
    fss : forecast* | extraction-date!:date priority:boolean phaseout-year:decimal
    forecast : (decimal) | year!:decimal currency value-date:date
    """
  )

  /// Files of organisations.
  static let organisations: IATIGrammar = IATIGrammar(
    """
    organisation-identifier : (any) |
    iati-organisations : iati-organisation+ | version! generated-datetime:dateTime
    iati-organisation : organisation-identifier! name!=words reporting-org! total-budget* \
    recipient-org-budget* recipient-region-budget* recipient-country-budget* total-expenditure* \
    document-link* | last-updated-datetime:dateTime xml:lang:language default-currency
    plain : (string) |
    words : narrative+ |
    coded : | code!
    dated : | iso-date!:date
    narrative : (string) | xml:lang:language
    value : (decimal) | currency value-date!:date
    reporting-org : narrative+ | ref! type! secondary-reporter:boolean
    total-budget : period-start!=dated period-end!=dated value! budget-line* | status
    recipient-org-budget : recipient-org! period-start!=dated period-end!=dated value! budget-line* \
    | status
    recipient-region-budget : recipient-region! period-start!=dated period-end!=dated value! \
    budget-line* | status
    recipient-country-budget : recipient-country! period-start!=dated period-end!=dated value! \
    budget-line* | status
    total-expenditure : period-start!=dated period-end!=dated value! expense-line*=budget-line |
    budget-line : value! narrative+ | ref
    recipient-org : narrative+ | ref | own
    recipient-region : narrative* | vocabulary vocabulary-uri:anyURI code
    recipient-country : narrative* | code!
    document-link : title!=words description?=words category+=coded language*=coded \
    document-date?=dated recipient-country* | url!:anyURI format!
    """
  )
}
