BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
}

AfterAll { Stop-SfEmulator $org }

Describe 'Schema' {
    BeforeEach {
        Reset-TestOrg
        $org | Connect-Sf
        Clear-OrgRequest
    }

    Context 'Get-SfObject' {
        It 'WithoutName_ListsAllByOneCall' {
            $objects = Get-SfObject

            $objects.Name | Should -Contain 'Account'
            $objects.Name | Should -Contain 'Invoice__c'
            $objects.Name | Should -Be ($objects.Name | Sort-Object)
            $objects[0].Fields | Should -BeNullOrEmpty
            @(Get-OrgRequest) | Should -HaveCount 1
        }

        It 'OneByItsName_HasFieldsAndRelationshipsBothWays' {
            $account = Get-SfObject account

            $account.Name, $account.Label, $account.LabelPlural, $account.KeyPrefix | Should -Be 'Account', 'Account', 'Accounts', '001'
            $account.IsCustom, $account.IsCreateable, $account.IsMergeable, $account.IsReplicateable | Should -Be $false, $true, $true, $true
            $account.Fields.Name | Should -Contain 'Key__c'
            $invoices = $account.ChildRelationships | Where-Object Name -EQ 'Invoices__r'
            $invoices.ObjectType, $invoices.Field, $invoices.CascadeDelete | Should -Be 'Invoice__c', 'Account__c', $false
            ($account.ChildRelationships | Where-Object Name -EQ 'Contacts').CascadeDelete | Should -BeTrue
        }

        It 'Wildcards_FindCustomObjects' {
            $found = 'invoice*' | Get-SfObject

            $found.Name, $found.IsCustom, $found.Fields | Should -Be 'Invoice__c', $true, $null
        }

        It 'Detailed_DescribesWhatWildcardsFind' {
            (Get-SfObject invoice* -Detailed).Fields.Name | Should -Contain 'Amount__c'
        }

        It 'UnknownName_IsAnErrorAmongTheOthers' {
            $found = Get-SfObject Acount, Contact -ErrorAction SilentlyContinue -ErrorVariable bad

            $found.Name | Should -Be 'Contact'
            $bad[0].FullyQualifiedErrorId | Should -Be 'RequestRefused,SalesforcePS.Commands.GetSfObjectCommand'
            $bad[0].Exception.ErrorCode, $bad[0].CategoryInfo.Category, $bad[0].TargetObject | Should -Be 'NOT_FOUND', 'ObjectNotFound', 'Acount'
        }

        It 'SecondTime_CostsNothingUnlessRefreshed' {
            $null = Get-SfObject Account, Cont*
            Clear-OrgRequest

            $null = Get-SfObject Account, Cont*
            @(Get-OrgRequest) | Should -HaveCount 0

            $null = Get-SfObject Account, Cont*, Case* -Refresh
            @(Get-OrgRequest).path | Should -Be '/services/data/v68.0/sobjects/Account/describe', '/services/data/v68.0/sobjects'
        }
    }

    Context 'Get-SfField' {
        It 'Field_HasItsFacts' {
            $key = Get-SfField Account key__c

            $key.ObjectType, $key.Name, $key.Label, $key.Type, $key.Length | Should -Be 'Account', 'Key__c', 'Key', 'string', 40
            $key.IsCustom, $key.IsExternalId, $key.IsUnique, $key.IsIdLookup, $key.IsRequired, $key.IsCreateable | Should -Be $true, $true, $true, $true, $false, $true
        }

        It 'RequiredFields_AreThoseAnInsertNeeds' {
            (Get-SfField Account | Where-Object IsRequired).Name | Should -Be 'Name'
            (Get-SfField Account CreatedDate).IsCreateable | Should -BeFalse
        }

        It 'Number_HasItsDigits' {
            $score = Get-SfField Account Score__c

            $score.Type, $score.Precision, $score.Scale | Should -Be 'double', 16, 4
        }

        It 'Picklist_HasItsValues' {
            $tier = Get-SfField Account Tier__c

            $tier.PicklistValues.Value | Should -Be 'Gold', 'Silver'
            $tier.IsRestrictedPicklist, $tier.PicklistValues[0].IsActive, "$($tier.PicklistValues[0])" | Should -Be $true, $true, 'Gold'
        }

        It 'Reference_TellsItsTargetsAndName' {
            $owner = Get-SfField Task WhoId

            $owner.ReferenceTo | Sort-Object | Should -Be 'Contact', 'Lead'
            $owner.RelationshipName | Should -Be 'Who'
        }

        It 'ObjectsFromThePipeline_GiveTheirFields' {
            (Get-SfObject Invoice__c, Contact | Get-SfField -Name *Id).ObjectType | Select-Object -Unique | Should -Be 'Invoice__c', 'Contact'
            ('Contact' | Get-SfField -Name Email).Name | Should -Be 'Email'
        }

        It 'AllObjects_GiveTheirFieldsByTheirNames' {
            $fields = Get-SfObject Campaign* | Get-SfField -ErrorAction Stop

            $fields.ObjectType | Select-Object -Unique | Should -Be 'Campaign', 'CampaignMember'
        }

        It 'RowWith<Property>_IsBoundByIt' -ForEach @(
            @{ Property = 'ObjectType' }
            @{ Property = 'SObject' }
            @{ Property = 'QualifiedApiName' }
        ) {
            ([pscustomobject]@{ Name = 'Unused'; $Property = 'Contact' } | Get-SfField -Name Email).ObjectType | Should -Be 'Contact'
        }

        It 'FieldFromThePipeline_GivesThoseOfItsObject' {
            (Get-SfField Account Name | Get-SfField -Name Site).ObjectType | Should -Be 'Account'
        }

        It 'UnknownField_IsAnErrorAmongTheOthers' {
            (Get-SfField Account Nam, Site -ErrorAction SilentlyContinue -ErrorVariable bad).Name | Should -Be 'Site'

            $bad[0].FullyQualifiedErrorId | Should -Be 'FieldNotFound,SalesforcePS.Commands.GetSfFieldCommand'
            $bad[0].CategoryInfo.Category, $bad[0].TargetObject | Should -Be 'ObjectNotFound', 'Nam'
        }

        It 'UnknownObject_IsAnError' {
            Get-SfField Acount -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad[0].FullyQualifiedErrorId | Should -Be 'RequestRefused,SalesforcePS.Commands.GetSfFieldCommand'
            $bad[0].CategoryInfo.Category, $bad[0].TargetObject | Should -Be 'ObjectNotFound', 'Acount'
        }

        It 'Refresh_AsksAgain' {
            $null = Get-SfField Account
            Clear-OrgRequest
            $null = Get-SfField Account
            @(Get-OrgRequest) | Should -HaveCount 0

            $null = Get-SfField Account -Refresh
            @(Get-OrgRequest) | Should -HaveCount 1
        }
    }
}
