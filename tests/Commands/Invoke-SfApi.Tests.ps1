BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    $noUser = [Management.Automation.Host.HostException]
    $data = '/services/data/v68.0'
    $off = @{ 'Sforce-Auto-Assign' = 'FALSE' }
}

AfterAll { Stop-SfEmulator $org }

Describe 'Invoke-SfApi' {
    BeforeEach {
        Reset-TestOrg
        $org | Connect-Sf
        $acme = New-SfRecord Account @{ Name = 'Acme'; NumberOfEmployees = 7 } -PassThru
        Clear-OrgRequest
    }

    Context 'Addresses' {
        It '<Path>_IsOfTheInstance' -ForEach @(
            @{ Path = 'limits' }
            @{ Path = '/services/data/v68.0/limits' }
            @{ Path = 'services/data/v68.0/limits' }
            @{ Path = 'sobjects/../limits' }
        ) {
            (Invoke-SfApi $Path).DailyApiRequests.Max | Should -Be 100000

            (Get-OrgRequest).path | Should -Be "$data/limits"
        }

        It 'FullAddressOfTheInstance_IsTaken' {
            (Invoke-SfApi "$($org.LoginUrl)services/data/v68.0/limits").DailyApiRequests.Max | Should -Be 100000
        }

        It '<Path>_IsRefusedAndTheTokenStays' -ForEach @(
            @{ Path = 'https://evil.example/services/data' }
            @{ Path = '//evil.example/limits' }
            @{ Path = '\\evil.example\limits' }
            @{ Path = 'http://127.0.0.1:1/limits' }
            @{ Path = 'http://user@evil.example:80/limits' }
            @{ Path = 'file:///etc/passwd' }
        ) {
            Invoke-SfApi $Path -ErrorAction SilentlyContinue -ErrorVariable bad | Should -BeNullOrEmpty

            $bad[0].FullyQualifiedErrorId | Should -Be 'RequestRefused,SalesforcePS.Commands.InvokeSfApiCommand'
            $bad[0].Exception.ErrorCode, $bad[0].CategoryInfo.Category, $bad[0].TargetObject | Should -Be 'FOREIGN_ADDRESS', 'SecurityError', $Path
            Get-OrgRequest | Should -BeNullOrEmpty
        }

        It 'DoubleSlashBehindTheInstance_StaysInIt' {
            Invoke-SfApi "$($org.LoginUrl)/evil.example/limits" -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad[0].Exception.StatusCode | Should -Be 404
        }

        It 'WhatWouldNotBeSent_IsRefused' {
            Invoke-SfApi "query?q=SELECT Id FROM Account WHERE Name = '#1'" -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad[0].Exception.ErrorCode, $bad[0].CategoryInfo.Category | Should -Be 'INVALID_PARAMETER', 'InvalidArgument'
            $bad[0].Exception.Message | Should -BeLike '*%23*'
        }
    }

    Context 'Answers' {
        It 'Numbers_AreWholeWhereTheyAreWhole' {
            $null = New-SfRecord Account @{ Name = 'Typed'; NumberOfEmployees = 9; AnnualRevenue = 2.5 }

            $answer = Invoke-SfApi "query?q=SELECT NumberOfEmployees,AnnualRevenue FROM Account WHERE Name='Typed'"

            $answer.totalSize, $answer.records[0].NumberOfEmployees | Should -BeOfType [long]
            $answer.records[0].AnnualRevenue | Should -Be 2.5
            "$($answer.records[0].NumberOfEmployees)" | Should -Be '9'
        }

        It 'JsonObject_ComesAsAnObject' {
            $record = Invoke-SfApi "sobjects/Account/$($acme.Id)?fields=Name,NumberOfEmployees"

            $record.Name, $record.NumberOfEmployees, $record.attributes.type | Should -Be 'Acme', 7, 'Account'
        }

        It 'JsonList_ComesItemByItem' {
            (Invoke-SfApi /services/data | Select-Object -Last 1).version | Should -Be '68.0'
        }

        It 'NoContent_GivesNothing' {
            Invoke-SfApi "sobjects/Account/$($acme.Id)" -Method Patch -Body @{ Name = 'B' } -Header $off | Should -BeNullOrEmpty
        }

        It 'Refusal_IsAnErrorRecordAndTheNextPathIsCalled' {
            $answers = 'sobjects/Acount', 'limits' | Invoke-SfApi -ErrorAction SilentlyContinue -ErrorVariable bad

            $answers | Should -HaveCount 1
            $bad[0].FullyQualifiedErrorId | Should -Be 'RequestRefused,SalesforcePS.Commands.InvokeSfApiCommand'
            $bad[0].Exception.ErrorCode, $bad[0].CategoryInfo.Category, $bad[0].TargetObject | Should -Be 'NOT_FOUND', 'ObjectNotFound', 'sobjects/Acount'
        }
    }

    Context 'Changes' {
        It '<Kind>_GoesAsJson' -ForEach @(
            @{ Kind = 'Hashtable'; Body = @{ Name = 'New'; NumberOfEmployees = 3; Active__c = $true; Founded__c = [datetime]'2020-02-29'; Score__c = 0.5 } }
            @{ Kind = 'PSCustomObject'; Body = [pscustomobject]@{ Name = 'New'; NumberOfEmployees = 3; Active__c = $true; Founded__c = [datetime]'2020-02-29'; Score__c = 0.5 } }
            @{ Kind = 'Text'; Body = '{"Name":"New","NumberOfEmployees":3,"Active__c":true,"Founded__c":"2020-02-29","Score__c":0.5}' }
        ) {
            $result = Invoke-SfApi sobjects/Account -Method Post -Body $Body -Header $off

            $record = Get-SfRecord $result.id
            $record.Name, $record.NumberOfEmployees, $record.Active__c, $record.Founded__c, $record.Score__c | Should -Be 'New', 3, $true, ([datetime]'2020-02-29'), 0.5
        }

        It 'NestedObjectsAndRecords_GoAsJson' {
            $queried = Invoke-SfQuery 'SELECT Id, Site FROM Account'
            $queried.Site = 'Ulm'
            $body = @{ allOrNone = $false; records = @(@{ attributes = @{ type = 'Account' }; Id = $queried.Id; Site = $queried.Site }) }

            (Invoke-SfApi composite/sobjects -Method Patch -Body $body -Header $off).success | Should -BeTrue
            (Invoke-SfApi sobjects/Account/Key__c/K1 -Method Patch -Body ($queried | Select-Object Site, @{ n = 'Name'; e = { 'Keyed' } }) -Header $off).created | Should -BeTrue
            (Invoke-SfQuery 'SELECT Site FROM Account').Site | Should -Be 'Ulm', 'Ulm'
        }

        It 'BodyThatHoldsItself_IsRefused' {
            $body = @{}
            $body.self = $body

            Invoke-SfApi sobjects/Account -Method Post -Body $body -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad[0].FullyQualifiedErrorId | Should -Be 'BodyNotJson,SalesforcePS.Commands.InvokeSfApiCommand'
            $bad[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
            Get-OrgRequest | Should -BeNullOrEmpty
        }

        It 'BodyOfARead_IsRefused' {
            { Invoke-SfApi limits -Body @{ a = 1 } } | Should -Throw -ErrorId 'BodyNotAllowed,SalesforcePS.Commands.InvokeSfApiCommand'
            { Invoke-SfApi sobjects/Account -Method Post -Paging } | Should -Throw -ErrorId 'PagingNotAllowed,*'
        }

        It 'WhatIf_SendsNothing' {
            Invoke-Unattended { Invoke-SfApi -Session $session sobjects/Account -Method Post -Body @{ Name = 'x' } -WhatIf } -Variables @{ session = Get-SfSession } | Should -BeNullOrEmpty

            Get-OrgRequest | Should -BeNullOrEmpty
        }

        It 'Confirm_AsksForChangesAlone' {
            $session = Get-SfSession
            { Invoke-Unattended { Invoke-SfApi -Session $session "sobjects/Account/$id" -Method Delete -Confirm } -Variables @{ session = $session; id = $acme.Id } } |
                Should -Throw -ExceptionType $noUser
            Get-OrgRequest | Should -BeNullOrEmpty

            Invoke-Unattended { Invoke-SfApi -Session $session limits -Confirm } -Variables @{ session = $session } | Should -HaveCount 1
        }

        It 'PostWhoseAnswerIsLost_IsNotRepeated' {
            Set-OrgFault @{ match = 'POST /services/data/v68.0/sobjects/Account'; closeConnection = 'after' }

            Invoke-SfApi sobjects/Account -Method Post -Body @{ Name = 'Once' } -Header $off -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad[0].FullyQualifiedErrorId | Should -Be 'OutcomeUnknown,SalesforcePS.Commands.InvokeSfApiCommand'
            $bad[0].CategoryInfo.Category, $bad[0].TargetObject | Should -Be 'ConnectionError', 'sobjects/Account'
            Invoke-SfQuery "SELECT COUNT() FROM Account WHERE Name = 'Once'" | Should -Be 1
        }

        It 'PatchWhoseAnswerIsLost_IsRepeated' {
            Set-OrgFault @{ match = 'PATCH'; closeConnection = 'after' }

            Invoke-SfApi "sobjects/Account/$($acme.Id)" -Method Patch -Body @{ Name = 'Twice' } -Header $off

            @(Get-OrgRequest | Where-Object method -EQ PATCH) | Should -HaveCount 2
        }

        It 'SessionThatEnded_IsRenewed' {
            Invoke-OrgControl Post expire-sessions

            (Invoke-SfApi limits).DailyApiRequests.Max | Should -Be 100000
        }
    }

    Context 'Headers' {
        It 'Header_IsSent' {
            $null = New-SfRecord Account (1..300 | ForEach-Object { @{ Name = "A$_" } })

            (Invoke-SfApi 'query?q=SELECT Id FROM Account' -Header @{ 'Sforce-Query-Options' = 'batchSize=200' }).records | Should -HaveCount 200
        }

        It '<Name>_IsRefused' -ForEach @(
            @{ Name = 'Authorization'; Value = 'Bearer x' }
            @{ Name = 'Host'; Value = 'evil.example' }
            @{ Name = 'Content-Type'; Value = 'text/plain' }
            @{ Name = 'X-Two Words'; Value = 'x' }
            @{ Name = 'X-Split'; Value = "a`r`nAuthorization: x" }
        ) {
            { Invoke-SfApi limits -Header @{ $Name = $Value } } | Should -Throw -ErrorId 'HeaderNotAllowed,SalesforcePS.Commands.InvokeSfApiCommand'

            $Error[0].CategoryInfo.Category, $Error[0].TargetObject | Should -Be 'InvalidArgument', $Name
            Get-OrgRequest | Should -BeNullOrEmpty
        }
    }

    Context 'Paging' {
        It 'AllPages_ComeOneByOne' {
            $null = New-SfRecord Account (1..449 | ForEach-Object { @{ Name = "A$_" } })

            $pages = Invoke-SfApi 'query?q=SELECT Name FROM Account' -Paging -Header @{ 'Sforce-Query-Options' = 'batchSize=200' }

            $pages | Should -HaveCount 3
            $pages.records | Should -HaveCount 450
            $pages.records.Name | Select-Object -Unique | Should -HaveCount 450
        }

        It 'AnswerWithoutPages_IsOnePage' {
            Invoke-SfApi limits -Paging | Should -HaveCount 1
        }
    }
}
