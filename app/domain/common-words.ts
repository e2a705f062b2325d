/**
 * Words that guessing programs try first. A password that is only such words, with figures and signs around them, is
 * refused (`password-rules`). Our own list: first names of things, keyboards, months, teams, greetings, and what people
 * write when they are asked for a password.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `password passwort passord wachtwoord contrasena motdepasse senha parola haslo heslo salasana losenord kennwort
   passphrase passcode secret geheim secreto letmein welcome willkommen bienvenue bienvenido bemvindo hello hallo
   goodbye login signin logon account access admin administrator root user username guest test testing tester demo
   sample example default changeme change please temp temporary initial first last new old master masterwork manager
   employee assessor designer auditor organisation organization company team work office factory workshop office
   computer laptop internet website server system network windows google facebook instagram youtube amazon apple
   android samsung microsoft office outlook linkedin twitter netflix spotify github qwerty qwertz azerty qwertyuiop
   qwertzuiop asdf asdfgh asdfghjkl zxcvbn zxcvbnm yxcvbnm qazwsx qazwsxedc abc abcd abcdef abcdefg abcdefgh
   abcdefghijkl abcdefghijklmnopqrstuvwxyz iloveyou love lovely lover forever always sunshine princess prince king
   queen angel devil heaven baby babygirl babyboy darling sweet sweetheart honey sugar chocolate cookie candy flower
   rose lily daisy summer winter spring autumn fall sommer winter herbst fruhling sunday monday tuesday wednesday
   thursday friday saturday january february march april may june july august september october november december
   montag dienstag mittwoch donnerstag freitag samstag sonntag dragon monkey tiger lion bear wolf eagle falcon horse
   dog cat puppy kitty bird fish shark dolphin butterfly unicorn phoenix panther football soccer baseball basketball
   hockey tennis golf rugby cricket boxing racing rider runner swimmer fussball liverpool chelsea arsenal barcelona
   madrid bayern juventus yankees cowboys steelers lakers batman superman spiderman ironman starwars startrek pokemon
   pikachu naruto hunter killer ninja samurai warrior knight wizard magic merlin gandalf matrix hacker pirate ranger
   shadow ghost thunder lightning storm rain snow fire water earth wind ocean river mountain island beach freedom
   liberty peace justice power money dollar euro gold silver diamond crystal ruby pearl black white red blue green
   yellow orange purple pink brown grey gray big small little happy lucky crazy cool super mega ultra best good great
   nice fine wonderful beautiful perfect genius buster bailey charlie max rocky lucky teddy snoopy mickey minnie
   donald garfield tinkerbell cinderella michael jordan daniel thomas andrew robert william joseph david james john
   peter paul mark george richard anthony jennifer jessica ashley amanda sarah nicole michelle melissa elizabeth
   maria anna laura julia sophie emma lisa hannah alexander alexandra christian martin stefan andreas sebastian
   patrick kevin nicholas benjamin samuel joshua matthew jack harry oliver ginger pepper maggie molly sophia
   mustang ferrari porsche mercedes toyota honda yamaha harley corvette camaro bmw audi volkswagen trustno one two
   three four five six seven eight nine ten zero number numbers digits letters word words security secure safety
   private personal family mother father brother sister friend friends home house school student teacher college
   university music guitar piano rock metal jazz dance movie video game games gamer player playstation nintendo xbox
   minecraft fortnite roblox london paris berlin munich hamburg vienna zurich madrid lisbon rome milan amsterdam
   brussels dublin america england germany france spain italy poland canada australia texas florida california newyork
   chicago boston dallas my your our the is a i am me you and it this that to of for in on`
    .split(/\s+/)
    .filter(Boolean),
)
