/**
 * The rules of the record as a whole: what each says, when it answers, and near misses where another answer is right. `decide` applies
 * them when all mentions are read; the cases are their tests and their pages.
 */
import type { Case } from './rule.ts';

export type RecordRule = {
  readonly id: string;
  readonly group: string;
  readonly says: string;
  /** `located` cases have "Internet" as their location type. */
  readonly located?: boolean;
  readonly speaks: readonly Case[];
  readonly nearMisses: readonly Case[];
};

export const recordRules: readonly RecordRule[] = [
  {
    id: 'before-april-2015',
    group: 'A13',
    says: 'The record was made before 1 April 2015, when the flag began; it is never counted as missed.',
    speaks: [
      {
        text: 'VIC met SUSP on Facebook and he messaged her there.',
        code: '22B',
        on: '2014-11-18',
        gives: 'review',
      },
      { text: 'SUSP messaged VIC on Kik.', code: '88A', on: '2015-03-31', gives: 'review' },
      {
        text: 'Unknown male added VIC on Snapchat and asked for pics.',
        code: '22B',
        on: '2013-06-02',
        gives: 'review',
      },
    ],
    nearMisses: [
      {
        text: 'VIC met SUSP on Facebook and he messaged her there.',
        code: '22B',
        on: '2015-04-01',
        gives: 'flag',
      },
      { text: 'VIC assaulted in park by SUSP.', code: '20A', on: '2014-02-02', gives: 'no-flag' },
      { text: 'SUSP messaged VIC on MSN in 2006.', code: '88A', on: '2016-10-19', gives: 'flag' },
    ],
  },
  {
    id: 'conflict',
    group: 'A9',
    says: 'The sources contradict each other on how contact was made.',
    speaks: [
      {
        text: 'VIC says SUSP added her on Instagram. Accounts differ, two versions on the log.',
        code: '22B',
        gives: 'review',
      },
      {
        text: 'SUSP messaged VIC on Snapchat. School gives a conflicting account.',
        code: '22B',
        gives: 'review',
      },
      {
        text: 'SUSP contacted VIC on Kik. Discrepancy with her first account to be resolved.',
        code: '20B',
        gives: 'review',
      },
    ],
    nearMisses: [
      { text: 'SUSP added VIC on Instagram and messaged her.', code: '22B', gives: 'flag' },
      {
        text: 'VIC met SUSP on Yubo. His account is that he thought she was 18.',
        code: '22B',
        gives: 'flag',
      },
      { text: 'Parents accounts conflicting on bruise.', code: '11A', gives: 'no-flag' },
    ],
  },
  {
    id: 'field-conflict',
    group: 'A9',
    says: 'The location type says online, and the text names no means online.',
    located: true,
    speaks: [
      { text: 'SUSP approached VIC at bus stop and committed offence.', code: '20A', gives: 'review' },
    ],
    nearMisses: [
      { text: 'SUSP approached VIC at bus stop and committed offence.', code: '20A', gives: 'no-flag' },
      { text: 'SUSP messaged VIC on Snapchat.', code: '22B', gives: 'flag' },
      { text: 'VIC punched in corridor.', code: '105A', gives: 'no-flag' },
    ],
  },
  {
    id: 'grey-camera',
    group: 'A3',
    says: 'A device took or showed images in person, and no network is told of.',
    speaks: [
      { text: 'SUSP took photos of VIC on his phone in changing room.', code: '88E', gives: 'review' },
      { text: 'SUSP committed offence and filmed VIC.', code: '22B', gives: 'review' },
      { text: 'Male by pool in smart glasses.', code: '88E', gives: 'review' },
      { text: 'Male held phone under cubicle while VIC changed.', code: '88E', gives: 'review' },
    ],
    nearMisses: [
      { text: 'Kitchen photographed by CSI.', code: '20A', gives: 'no-flag' },
      { text: 'SUSP filmed VIC and sent it to others on WhatsApp.', code: '86/02', gives: 'flag' },
      { text: 'Mum videoed the first half of the match. SUSP punched VIC.', code: '105A', gives: 'no-flag' },
    ],
  },
  {
    id: 'grey-market',
    group: 'A12',
    says: 'The parties came together by a listing or a marketplace online.',
    speaks: [
      {
        text: 'Parents found SUSP on a tutoring website. Offence at second lesson.',
        code: '20B',
        gives: 'review',
      },
      {
        text: 'VIC sold trainers on Facebook Marketplace, buyer robbed him at park.',
        code: '34B',
        gives: 'review',
      },
      {
        text: 'SUSP met through a babysitting app used by mum. Offence at home.',
        code: '20B',
        gives: 'review',
      },
    ],
    nearMisses: [
      { text: 'SUSP is a tutor known to family. Offence at home.', code: '20B', gives: 'no-flag' },
      { text: 'SUSP messaged VIC on Instagram after she met him at school.', code: '22B', gives: 'flag' },
      { text: 'Offence at the market in town.', code: '20A', gives: 'no-flag' },
    ],
  },
  {
    id: 'grey-media',
    group: 'A4',
    says: 'Images are on prints or old media, and where they came from is not known.',
    speaks: [
      { text: 'Folder of printed images found in loft.', code: '86/10', gives: 'review' },
      { text: 'Box of discs found, not yet viewed.', code: '86/10', gives: 'review' },
      { text: 'VHS tapes with images of children in garage.', code: '86/02', gives: 'review' },
    ],
    nearMisses: [
      { text: 'Printed poster torn by SUSP who pushed VIC.', code: '105A', gives: 'no-flag' },
      { text: 'Images downloaded from the internet to a USB stick by SUSP.', code: '86/10', gives: 'flag' },
      { text: 'SUSP gave VIC a magazine at the bus stop. Offence in lane.', code: '20A', gives: 'no-flag' },
    ],
  },
  {
    id: 'grey-pay',
    group: 'A5',
    says: 'Only a payment was online.',
    speaks: [
      { text: 'Customers paid SUSP by bank transfer. VIC met them at hotel.', code: '71', gives: 'review' },
      {
        text: 'SUSP sent VIC a PayPal payment marked birthday. Offence in tack room.',
        code: '22B',
        gives: 'review',
      },
      { text: 'VIC paid by Cash App. Offence at his flat.', code: '22B', gives: 'review' },
      { text: 'Boys had VIC send 60 pounds by his banking app.', code: '34B', gives: 'review' },
    ],
    nearMisses: [
      { text: 'SUSP took cash from VIC. Offence in lane.', code: '20A', gives: 'no-flag' },
      { text: 'SUSP blackmailed VIC on Instagram for gift cards.', code: '35', gives: 'flag' },
      { text: 'Bank card stolen from VIC.', code: '34B', gives: 'no-flag' },
    ],
  },
  {
    id: 'grey-sms',
    group: 'A1',
    says: 'Only text messages over the telephone network were used.',
    speaks: [
      { text: 'SUSP has sent VIC 11 text messages. No apps used.', code: '71/17', gives: 'review' },
      { text: 'Ex partner has texted VIC over 30 times.', code: '8L', gives: 'review' },
      { text: 'VIC getting texts from diff numbers.', code: '8R', gives: 'review' },
    ],
    nearMisses: [
      { text: 'SUSP sent VIC messages on WhatsApp.', code: '71/17', gives: 'flag' },
      { text: 'VIC texted her mum after offence in park.', code: '20A', gives: 'no-flag' },
      { text: 'VIC given a text book by SUSP. Offence in class.', code: '17A', gives: 'no-flag' },
    ],
  },
  {
    id: 'grey-tracker',
    group: 'A8',
    says: 'A tracker or a shared location was used.',
    speaks: [
      { text: 'AirTag found in VICs car. Ex turns up where she is.', code: '8Q', gives: 'review' },
      { text: 'SUSP keeps appearing, VIC had location sharing on.', code: '8Q', gives: 'review' },
      { text: 'Tracker found under bike of VIC.', code: '8Q', gives: 'review' },
    ],
    nearMisses: [
      { text: 'Find my shows phone in car park. SUSP took it from VIC.', code: '34B', gives: 'no-flag' },
      { text: 'SUSP follows VIC to school.', code: '8Q', gives: 'no-flag' },
      { text: 'Electronic tag worn by SUSP who pushed VIC.', code: '105A', gives: 'no-flag' },
    ],
  },
  {
    id: 'grey-unstated',
    group: 'A2',
    says: 'Messages, images or contact are told of, and the channel is not.',
    speaks: [
      { text: 'VIC has been receiving messages from a male.', code: '71/17', gives: 'review' },
      { text: 'SUSP asked for pics.', code: '71/17', gives: 'review' },
      {
        text: 'VIC was talking to SUSP for six weeks before going to his flat.',
        code: '22B',
        gives: 'review',
      },
    ],
    nearMisses: [
      { text: 'SUSP sent VIC messages on Snapchat.', code: '71/17', gives: 'flag' },
      { text: 'VIC messaged her friend what SUSP had done.', code: '20A', gives: 'no-flag' },
      { text: 'No messages between SUSP and VIC. Offence in park.', code: '20A', gives: 'no-flag' },
    ],
  },
  {
    id: 'grey-vague',
    group: 'A2',
    says: 'Contact or sharing is told of in words that may be meant in person or online.',
    speaks: [
      { text: 'SUSP groomed VIC.', code: '88A', gives: 'review' },
      { text: 'SUSP has contacted VIC again.', code: '8L', gives: 'review' },
      { text: 'SUSP blackmailed VIC.', code: '35', gives: 'review' },
    ],
    nearMisses: [
      { text: 'SUSP groomed VIC on Instagram.', code: '88A', gives: 'flag' },
      { text: 'SUSP chatted at the gate and touched VIC.', code: '20A', gives: 'no-flag' },
      { text: 'VIC pushed by SUSP at school.', code: '105A', gives: 'no-flag' },
    ],
  },
  {
    id: 'grey-voice',
    group: 'A11',
    says: 'A voice call was made, and whether by an app is not known.',
    speaks: [
      { text: 'SUSP keeps ringing VIC and is inappropriate.', code: '71/17', gives: 'review' },
      { text: 'Phone calls to VIC from withheld number, inappropriate.', code: '71/17', gives: 'review' },
      { text: 'Male phoned VIC and asked inappropriate things.', code: '71/17', gives: 'review' },
    ],
    nearMisses: [
      { text: 'SUSP video called VIC on Skype.', code: '71/17', gives: 'flag' },
      { text: 'Silent calls to home landline.', code: '8L', gives: 'no-flag' },
      { text: 'VIC rang her mum from the park after offence.', code: '20A', gives: 'no-flag' },
    ],
  },
  {
    id: 'means-of-commission',
    group: 'Y',
    says: 'The offence was committed, in full or in part, through this.',
    speaks: [
      { text: 'VIC ADDED BY UNK MALE ON SNAPCHAT WHO ASKED FOR PICS', code: '71/17', gives: 'flag' },
      { text: 'SUSP met VIC on Tinder. Offence at his flat.', code: '22B', gives: 'flag' },
      { text: 'User uploaded files to Dropbox, IP resolves to address.', code: '86/02', gives: 'flag' },
      { text: 'SUSP sent VIC an AirDrop image on bus.', code: '88E', gives: 'flag' },
      { text: 'Adult in party chat on Fortnite asked VIC where he lives.', code: '71/17', gives: 'flag' },
      { text: 'Threats on sn4pchat from SUSP to VIC.', code: '35', gives: 'flag' },
    ],
    nearMisses: [
      { text: 'VIC assaulted by SUSP in park.', code: '20A', gives: 'no-flag' },
      {
        text: 'VIC walked by signal box on railway line and was pushed by SUSP.',
        code: '20A',
        gives: 'no-flag',
      },
      { text: 'SUSP pushed VIC near the Wicker in Discoed.', code: '105A', gives: 'no-flag' },
      { text: 'VIC told friend on Snapchat what SUSP had done at school.', code: '20A', gives: 'no-flag' },
    ],
  },
  {
    id: 'no-means',
    group: 'N1',
    says: 'No means online is told of, or each that is told of is set aside.',
    speaks: [
      {
        text: 'SUSP, uncle of VIC, committed offence when she stayed at his house.',
        code: '20B',
        gives: 'no-flag',
      },
      { text: 'VIC pushed over a bench in dinner queue.', code: '105A', gives: 'no-flag' },
      { text: 'VIC does not use Snapchat. Offence in lane by unknown male.', code: '20A', gives: 'no-flag' },
    ],
    nearMisses: [
      { text: 'SUSP messaged VIC on Snapchat.', code: '20A', gives: 'flag' },
      { text: 'SUSP sent VIC messages.', code: '22B', gives: 'review' },
      { text: 'Crime recorded, details restricted.', code: '86/02', gives: 'review' },
    ],
  },
  {
    id: 'not-settled',
    group: 'A6',
    says: 'A means online is named, and its part in the offence is not clear.',
    speaks: [
      { text: 'They follow each other on Instagram. Offence at party.', code: '22B', gives: 'review' },
      { text: 'Mum suspects they met on social media.', code: '13', gives: 'review' },
      { text: 'School say it was Snapchat. Offence at his flat.', code: '22B', gives: 'review' },
    ],
    nearMisses: [
      { text: 'SUSP messaged VIC on Instagram. Offence at party.', code: '22B', gives: 'flag' },
      { text: 'Offence at party.', code: '22B', gives: 'no-flag' },
      { text: 'No contact on social media. Offence at party.', code: '22B', gives: 'no-flag' },
    ],
  },
  {
    id: 'several-suspects',
    group: 'A14',
    says: 'Several suspects or crimes stand on one record: split it first.',
    speaks: [
      {
        text: 'Joint record. S1 messaged VIC on Snapchat, S2 met her in person.',
        code: '71',
        gives: 'review',
      },
      { text: '4 suspects on one record. One contacted VIC on WhatsApp.', code: '71', gives: 'review' },
      { text: 'S1 snapped her, S2 lives next door. To be split.', code: '71', gives: 'review' },
    ],
    nearMisses: [
      { text: 'SUSP messaged VIC on Snapchat.', code: '71', gives: 'flag' },
      { text: 'S1 and S2 took VIC to a house.', code: '71', gives: 'no-flag' },
      { text: 'SUSPS both messaged VIC on Snapchat.', code: '71', gives: 'flag' },
    ],
  },
  {
    id: 'sparse',
    group: 'A10',
    says: 'The text says nothing of how; the offence code may hint at it and never decides.',
    speaks: [
      { text: 'Crime recorded for transfer. Details restricted.', code: '86/02', gives: 'review' },
      { text: 'Paperwork to follow.', code: '71/17', gives: 'review' },
      { text: 'Duplicate of earlier record. No detail carried over.', code: '8R', gives: 'review' },
      { text: 'Transferred under a cover sheet only. Papers to follow.', code: '88A', gives: 'review' },
    ],
    nearMisses: [
      {
        text: 'SUSP spoke to VIC in person in the street in an inappropriate way.',
        code: '71/17',
        gives: 'no-flag',
      },
      { text: 'Paperwork to follow. VIC pushed by SUSP.', code: '105A', gives: 'no-flag' },
      { text: 'User uploaded files to a website.', code: '86/02', gives: 'flag' },
    ],
  },
  {
    id: 'weight-of-words',
    group: 'Y, N, A6',
    says: 'The words of the whole text speak for another answer than the means that stand, or are set aside, in it.',
    speaks: [
      {
        text: 'Metro to the stadium. VIC sent AirDrop of an image of an adult. She accepted it in error. Preview name shown. Staff held doors. A male of that name spoken to. Phone seized.',
        code: '88E',
        gives: 'flag',
      },
      {
        text: 'Log printed by mother runs to six pages. Player tells VIC to do things and report back, all in Roblox. VIC thought it part of a quest. Club told that she will miss a week.',
        code: '21',
        gives: 'flag',
      },
      {
        text: 'SUSP is a volunteer at the club. He drove VIC home after training and committed the offence in the car park. He has a Snapchat account but VIC has none. Car seized and swabs taken. VIC has never had a phone.',
        code: '20A',
        gives: 'no-flag',
      },
      {
        text: 'AP is a lodger at the address. VIC was asleep in her room when he came in. Mum had been on Facebook in the kitchen. He left by the back door and was seen by a neighbour in the garden.',
        code: '20A',
        gives: 'no-flag',
      },
    ],
    nearMisses: [
      {
        text: 'He told her he was sixteen. Each evening when she came home from school they talked through the headset and he asked for a picture. Her brother saw the screen and told mum.',
        code: '88A',
        gives: 'flag',
      },
      {
        text: 'VIC, 14, assaulted by two older boys on the bus after a row about a picture that one of them had taken of her bag. Driver stopped bus and they ran off into the estate. Laptop dropped and cracked.',
        code: '105A',
        gives: 'no-flag',
      },
      {
        text: 'Complaint by mother that a tutor found through the village hall notice board sat too close to VIC and touched her leg. Sessions were in the dining room, with the tablet on the table for the maths exercises.',
        code: '20A',
        gives: 'no-flag',
      },
    ],
  },
];
